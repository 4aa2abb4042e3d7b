import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appFolder, sourceFiles } from '~/test/source-files';

// Components that are drawn by the styles of another.
const BUILT_ON: Record<string, string[]> = {
  TextInput: ['Input'],
  Textarea: ['Input'],
  NativeSelect: ['Input', 'Combobox'],
};

it('loads the styles of each Mantine component that the app uses', async () => {
  const loaded = await readFile(join(appFolder, 'ui/theme/mantine.css'), 'utf8');
  const missing: string[] = [];
  for (const file of await sourceFiles(['.tsx', '.ts'])) {
    for (const [, names = ''] of file.text.matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)) {
      for (const name of names.split(',').map((part) => part.trim())) {
        for (const sheet of BUILT_ON[name] ?? [name]) {
          if (hasSheet(sheet) && !loaded.includes(`/${sheet}.layer.css`))
            missing.push(`${file.path}: ${name}`);
        }
      }
    }
  }
  expect(missing).toEqual([]);
});

function hasSheet(name: string): boolean {
  return existsSync(join(appFolder, `../../node_modules/@mantine/core/styles/${name}.layer.css`));
}
