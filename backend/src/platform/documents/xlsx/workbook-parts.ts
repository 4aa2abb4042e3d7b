import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { readXml, type XmlHandlers } from './read-xml.js';
import { damaged, UnreadableWorkbook } from './unreadable-workbook.js';

/** What a workbook may unpack to. A list of 10,000 rows and 60 columns fits. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_PARTS = 1_000;
/** The parts that say how the others belong together. */
const MOST_OF_SMALL_PART = 4 * 1024 * 1024;

/** Programs, also in the way of Excel 4. */
const MACROS = /(^|\/)(vba[^/]*\.bin|macrosheets\/.*)$/i;

/** The parts of an .xlsx file: judged by what the file says of them before one is unpacked. */
export class WorkbookParts {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Buffer): Promise<WorkbookParts> {
    const zip = await opened(bytes);
    const parts = new WorkbookParts(zip, await entriesOf(zip));
    parts.refuseOtherKinds();
    await parts.refuseMacros();
    return parts;
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** Reads a part as XML while it is unpacked, piece by piece. More than it declared itself to be is an error. */
  async read(name: string, handlers: XmlHandlers): Promise<void> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw damaged();
    try {
      await readXml(await this.zip.openReadStreamPromise(entry), handlers);
    } catch (error) {
      // A checksum, a length, a mark of XML: whatever it is, nobody could mend it by hand.
      if (error instanceof UnreadableWorkbook) throw error;
      throw damaged();
    }
  }

  async readSmall(name: string, handlers: XmlHandlers): Promise<void> {
    if ((this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0) > MOST_OF_SMALL_PART) throw tooLarge();
    await this.read(name, handlers);
  }

  private refuseOtherKinds(): void {
    if (this.has('xl/workbook.xml') && this.has('[content_types].xml')) return;
    if (this.has('xl/workbook.bin')) {
      throw new UnreadableWorkbook(
        'This is a binary Excel workbook (.xlsb). Save it as “Excel workbook (.xlsx)” or CSV, then choose that file.',
      );
    }
    if (this.has('content.xml') && this.has('mimetype')) {
      throw new UnreadableWorkbook(
        'This is an OpenDocument file. Save the sheet as .xlsx or CSV, then choose that file.',
      );
    }
    throw new UnreadableWorkbook(
      'This is a ZIP file and not an Excel workbook. Unpack it and choose the list that is in it.',
    );
  }

  private async refuseMacros(): Promise<void> {
    let hasMacros = [...this.entries.keys()].some((name) => MACROS.test(name));
    await this.readSmall('[content_types].xml', {
      open: (_tag, attributes) => {
        hasMacros ||= /macroenabled|vbaproject/i.test(attributes['ContentType'] ?? '');
      },
    });
    if (hasMacros) {
      throw new UnreadableWorkbook(
        'This workbook carries macros, which are programs. Save it as “Excel workbook (.xlsx)” without them, or as CSV, then choose that file.',
      );
    }
  }
}

async function opened(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true });
  } catch {
    throw damaged();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      unpacked += entry.uncompressedSize;
      if (entries.size === MOST_PARTS || unpacked > MOST_UNPACKED) throw tooLarge();
      if (entry.isEncrypted()) {
        throw new UnreadableWorkbook(
          'This workbook has a password. Save it without one, then choose that file.',
        );
      }
      // Two parts of one name: programs differ in which one they show.
      if (entries.has(name)) throw damaged();
      entries.set(name, entry);
    }
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : damaged();
  }
  return entries;
}

function tooLarge(): UnreadableWorkbook {
  return new UnreadableWorkbook(
    'This workbook unpacks to far more than a list needs. Copy the list alone into a new workbook, or save it as CSV, then choose that file.',
  );
}
