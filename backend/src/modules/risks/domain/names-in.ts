/** Fields of a report that hold a person's name: 'by', 'decidedBy', 'ownerName'. */
const HOLDS_A_NAME = /^by$|By$|^ownerName$/;

/** Everyone whom a report names, at whatever depth. */
export function namesIn(report: object): Set<string> {
  const names = new Set<string>();
  collect(report, names);
  return names;
}

function collect(value: object, names: Set<string>): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    if (typeof inner === 'string') {
      if (HOLDS_A_NAME.test(key) && inner !== '') names.add(inner);
    } else if (typeof inner === 'object' && inner !== null) {
      collect(inner, names);
    }
  }
}
