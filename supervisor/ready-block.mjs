/**
 * What a start that went well says at its end.
 * @param {object} facts
 * @param {string} facts.url
 * @param {string} facts.home
 * @param {number} facts.seconds
 * @param {import('./demo.mjs').Demo | undefined} facts.demo
 * @param {boolean} facts.setupNeeded whether there is no organization yet
 */
export function readyBlock({ url, home, seconds, demo, setupNeeded }) {
  const lines = ['', `Part164 is ready: ${url}  (${seconds.toFixed(1)} s)`, ''];
  if (setupNeeded) {
    lines.push(
      '  There is no organization yet: open the URL to make the first organization and its owner.',
      '',
    );
  } else if (demo && demo.people.length > 0) {
    lines.push(`  Demo people, all with the password ${demo.password}`);
    lines.push(...demoPeople(demo.people), '');
  }
  lines.push(`  Data and logs are in ${home}. Ctrl-C stops everything.`);
  if (url.startsWith('http://')) {
    lines.push(
      '  This is plain http: the session cookie goes without Secure and the __Host- prefix. Before others use it, put',
      '  an HTTPS proxy in front and set PUBLIC_URL=https://…',
    );
  }
  return lines.join('\n') + '\n';
}

/** @param {import('./demo.mjs').DemoPerson[]} people */
function demoPeople(people) {
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = [];
  let organization = '';
  for (const person of people) {
    if (person.organization !== organization) lines.push(`  ${person.organization}`);
    organization = person.organization;
    lines.push(
      `    ${person.email.padEnd(width)}  ${person.name}, ${person.roleLabel ?? person.role.replaceAll('-', ' ')}`,
    );
  }
  return lines;
}
