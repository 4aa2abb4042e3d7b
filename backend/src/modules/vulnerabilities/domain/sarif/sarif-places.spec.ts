import { describe, expect, it } from 'vitest';
import { placeOf, subjectOfRun } from './sarif-places.js';

const at = (uri: string) => placeOf({ locations: [{ physicalLocation: { artifactLocation: { uri } } }] });
const repository = (repositoryUri: string) => subjectOfRun({ versionControlProvenance: [{ repositoryUri }] });

describe('what a run looked at', () => {
  it.each([
    ['https://git.example/clinic/portal.git', 'portal'],
    ['https://git.example/clinic/portal/', 'portal'],
    ['portal', 'portal'],
    ['///', ''],
  ])('of the repository %s is %s', (uri, subject) => {
    expect(repository(uri)).toBe(subject);
  });

  it.each([
    ['nightly/portal/2026-11-20', 'nightly/portal'],
    ['nightly', 'nightly'],
  ])('of the automation %s is %s', (id, subject) => {
    expect(subjectOfRun({ automationDetails: { id } })).toBe(subject);
  });
});

describe('an address', () => {
  it('is of the host also where the rest has line ends', () => {
    expect(at('https://user@portal.example/a\nb')).toMatchObject({ host: 'portal.example', path: '/a\nb' });
  });

  it('that leads nowhere is gone through once, and only its beginning: else this spec does not end in time', () => {
    const [slashes, hosts] = ['/'.repeat(100_000), `h://${'a'.repeat(100_000)}\n`];
    for (let time = 0; time < 100; time += 1) {
      repository(`${slashes}x${slashes}\n`);
      at(`${hosts}\n`);
      at(`h://${'@'.repeat(100_000)}`);
    }
    expect(at(`x/${'a'.repeat(5_000)}`).path).toHaveLength(2_000);
  });
});
