import { expect, type Locator, type Page } from '@playwright/test';
import {
  expectAxeFindsNothing,
  expectKeyboardUse,
  expectNarrowUse,
  expectNotClipped,
  expectNoSidewaysScroll,
} from '../support/accessible.js';
import { demoAnalysis } from '../support/analysis.js';
import { OwnApi, type Schemas } from '../support/own-api.js';
import { signIn } from '../support/people.js';
import { signedInTest as test } from '../support/signed-in-test.js';
import { visit } from '../support/visit.js';

type Address = string | ((api: OwnApi) => Promise<string>);

async function ofThisYear(api: OwnApi, part: string): Promise<string> {
  return `/assessments/${(await demoAnalysis(api, 'draft')).id}${part}`;
}

async function signed(api: OwnApi): Promise<string> {
  return `/assessments/${(await demoAnalysis(api, 'signed')).id}`;
}

async function firstOf(api: OwnApi, list: string, page: string): Promise<string> {
  const { items } = await api.get<{ items: { id: string }[] }>(list);
  return `${page}/${items[0]!.id}`;
}

async function firstSection(api: OwnApi): Promise<string> {
  const { sections } = await api.get<Schemas['Assessment']>(await ofThisYear(api, ''));
  return ofThisYear(api, `/questions/${sections[0]!.id}`);
}

/** A scan that waits: with a host that nothing tells, and a row that cannot be read. */
async function previewedScan(api: OwnApi): Promise<string> {
  const { id } = await api.post<{ id: string }>('/scans', {
    fileName: 'waiting.csv',
    content: 'Host,Plugin ID,Name,Risk,Ticket\nnobody-knows,1,Old TLS,High,x\nSYS-001,2,Odd,dreadful,x',
  });
  return `/inventory/scans/${id}`;
}

/** A scan of code: its results name no host. */
async function previewedCode(api: OwnApi): Promise<string> {
  const result = (ruleId: string, uri: string) => ({
    ruleId,
    message: { text: 'x' },
    locations: [{ physicalLocation: { artifactLocation: { uri } } }],
  });
  const results = [result('sql', 'src/a.js'), result('tls', 'https://nobody-knows.example/')];
  const content = JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'CodeQL' } }, results }],
  });
  const { id } = await api.post<{ id: string }>('/scans', { fileName: 'code.sarif', content });
  return `/inventory/scans/${id}`;
}

/** A scan that was taken over, and can be undone. */
async function scanToUndo(api: OwnApi): Promise<string> {
  const { items } = await api.get<{ items: { id: string; status: string }[] }>('/scans');
  return `/inventory/scans/${items.find(({ status }) => status === 'committed')!.id}`;
}

/** Flows that wait: one that is good, one with bad cells, and a column that nobody knows. */
async function previewedFlows(api: OwnApi): Promise<string> {
  const { id } = await api.post<{ id: string }>('/data-flow-imports', {
    fileName: 'flows that wait.csv',
    content: 'Name,From,To,Other end,Ticket\nGood,SYS-001,outside: Lab,other,x\nBad,nobody,SYS-001,alien,x',
  });
  return `/inventory/flows/import/${id}`;
}

/** A draft that is not whole: nobody said yet why. */
async function draftOfScale(api: OwnApi): Promise<string> {
  const { id } = await api.post<{ id: string }>('/risk-scales', {
    from: { packScale: 'sra-three-level' },
    title: 'In work',
  });
  return `/settings/risk-scales/${id}?edit`;
}

/** An incident that was just reported, with an entry of its log and a draft about whether it is a breach. */
async function anIncident(api: OwnApi, part: string): Promise<string> {
  const { items } = await api.get<{ items: { id: string }[] }>('/incidents?q=Fax%20to%20a%20bakery&limit=1');
  if (items[0]) return `/incidents/${items[0].id}${part}`;
  const { id } = await api.post<{ id: string }>('/incidents', {
    kind: 'misdirected',
    title: 'Fax to a bakery',
    whatHappened: 'The referral went to the number of a bakery, which called.',
    noticedOn: new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10),
    phiInvolved: 'yes',
  });
  await api.post(`/incidents/${id}/entries`, { kind: 'fact', words: 'The bakery shredded the page.' });
  await api.post(`/incidents/${id}/determinations`, { content: { about: 'One patient, one referral' } });
  return `/incidents/${id}${part}`;
}

const PAGES: Record<string, Address> = {
  'my work': '/',
  mailbox: '/mailbox',
  message: (api) => firstOf(api, '/mailbox?limit=1', '/mailbox'),
  assets: '/inventory',
  'form of an asset': '/inventory/assets/new',
  asset: (api) => firstOf(api, '/assets?limit=1', '/inventory/assets'),
  'removal of ePHI': async (api) =>
    `${await firstOf(api, '/assets?limit=1&lifecycle=in-service', '/inventory/assets')}/sanitization`,
  'data flows': '/inventory/flows',
  'form of a data flow': '/inventory/flows/new',
  'data flow': (api) => firstOf(api, '/data-flows?limit=1', '/inventory/flows'),
  diagram: '/inventory/diagram',
  import: '/inventory/import',
  'import of data flows': '/inventory/flows/import',
  'preview of data flows': previewedFlows,
  vulnerabilities: '/inventory/vulnerabilities',
  vulnerability: (api) => firstOf(api, '/vulnerabilities?limit=1', '/inventory/vulnerabilities'),
  'bringing a scan': '/inventory/scans',
  'preview of a scan': previewedScan,
  'preview of a scan of code': previewedCode,
  'scan that can be undone': scanToUndo,
  'vulnerabilities of no such asset': '/inventory/vulnerabilities?asset=nobody',
  'risk scales': '/settings/risk-scales',
  'form of a risk scale': '/settings/risk-scales/new',
  'risk scale': (api) => firstOf(api, '/risk-scales?limit=1', '/settings/risk-scales'),
  'draft of a risk scale': draftOfScale,
  vendors: '/vendors',
  'form of a vendor': '/vendors/new',
  vendor: (api) => firstOf(api, '/vendors?limit=1', '/vendors'),
  assessments: '/assessments',
  'new assessment': '/assessments/new',
  'changes since the analysis': '/assessments/reviews',
  'form of a change': '/assessments/reviews/report',
  assessment: (api) => ofThisYear(api, ''),
  'signed assessment': signed,
  scope: (api) => ofThisYear(api, '/scope'),
  questions: firstSection,
  'questions behind gates': (api) => ofThisYear(api, '/questions/S7'),
  'earlier answers': (api) => ofThisYear(api, '/questions/import'),
  findings: (api) => ofThisYear(api, '/findings'),
  changes: (api) => ofThisYear(api, '/changes'),
  'addressable specifications': (api) => ofThisYear(api, '/specifications'),
  'addressable specification': (api) => ofThisYear(api, '/specifications/HSR-164-312-a-2-iv'),
  proposals: (api) => ofThisYear(api, '/proposals'),
  'what was turned down': (api) => ofThisYear(api, '/proposals?state=dismissed'),
  'proposals by threat': (api) => ofThisYear(api, '/proposals/pairs?state=dismissed'),
  'proposal of one threat': (api) => ofThisYear(api, '/proposals/pairs/P-005'),
  'sign-off': (api) => ofThisYear(api, '/sign-off'),
  risks: '/risks',
  'risks of a cell of the heat map': '/risks?cell=residual%3Alow%3Ahigh',
  'trend and top risks': '/risks/trend',
  'review of carried risks': async (api) =>
    `/risks/review?assessmentId=${(await ofThisYear(api, '')).split('/').at(-1)!}`,
  'new risk': '/risks/new',
  risk: async (api) => {
    const assessmentId = (await ofThisYear(api, '')).split('/').at(-1)!;
    return firstOf(api, `/risks?assessmentId=${assessmentId}&limit=1`, '/risks');
  },
  plan: '/plan',
  'board of the plan': '/plan/board',
  'timeline of the plan': '/plan/timeline',
  'what fixes taught': '/plan/lessons',
  lesson: (api) => firstOf(api, '/lessons?limit=1', '/plan/lessons'),
  'action that waits': (api) => firstOf(api, '/actions?q=X-ray&limit=1', '/plan'),
  'new action against a risk': async (api) => {
    const assessmentId = (await ofThisYear(api, '')).split('/').at(-1)!;
    const rated = `/risks?assessmentId=${assessmentId}&limit=1`;
    const { items } = await api.get<{ items: { id: string }[] }>(rated);
    return `/plan/new?riskId=${items[0]!.id}`;
  },
  'new action': '/plan/new',
  action: (api) => firstOf(api, '/actions?limit=1', '/plan'),
  'records to review': '/reviews',
  incidents: '/incidents',
  'report of an incident': '/incidents/report',
  'board of an incident': (api) => anIncident(api, ''),
  'clocks of an incident': (api) => anIncident(api, '/clocks'),
  'whether it is a breach': (api) => anIncident(api, '/breach'),
  'log of an incident': (api) => anIncident(api, '/log'),
  packs: '/packs',
  audit: '/audit',
  'settings of the organization': '/settings/organization',
  sites: '/settings/sites',
  members: '/settings/members',
  'own account': '/settings/account',
  method: '/method',
  terms: '/terms',
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`the page “${name}” can be read, reached by the keyboard, and used on a narrow screen`, async ({
    asMaya: page,
  }) => {
    test.slow();
    const path = typeof address === 'string' ? address : await address(new OwnApi(page));
    const response = await visit(page, path);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expectAxeFindsNothing(page);
    await expectKeyboardUse(page);
    await expectNarrowUse(page);
    await openEverything(page);
  });
}

/** Each list of choices, each folded part and each dialog of the page, one after the other. */
async function openEverything(page: Page): Promise<void> {
  const main = page.getByRole('main');
  for (const select of await visibleOf(main.locator('select')))
    await expectNotClipped(select, `a list of choices on ${page.url()}`);
  for (const summary of await visibleOf(main.locator('summary'))) {
    if (!(await summary.isVisible())) continue;
    const words = (await summary.innerText()).split('\n')[0]!;
    await summary.click();
    const details = summary.locator('xpath=..');
    if ((await details.getAttribute('open')) === null) await summary.click();
    await expectNotClipped(details, `“${words}” on ${page.url()}`);
    await expectNoSidewaysScroll(page);
  }
  // Buttons that send nothing open a dialog, fold something, or copy.
  for (const button of await visibleOf(main.locator('button[type=button]:enabled'))) {
    if (!(await button.isVisible())) continue;
    const words = (await button.innerText()) || (await button.getAttribute('aria-label'));
    await button.click();
    const dialog = page.locator('dialog[open]');
    if ((await dialog.count()) > 0) {
      await expectNotClipped(dialog, `the dialog of “${words}” on ${page.url()}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(button).toBeFocused();
    }
    await expectNoSidewaysScroll(page);
  }
}

/** Of a register of hundreds of rows the first few stand for the rest. */
const MOST = 4;

async function visibleOf(all: Locator): Promise<Locator[]> {
  const visible: Locator[] = [];
  for (const one of await all.all()) {
    if (visible.length === MOST) break;
    if (await one.isVisible()) visible.push(one);
  }
  return visible;
}

test('every entry of the menu leads to a page', async ({ page }) => {
  await signIn(page, 'maya');
  const links = await page
    .getByRole('complementary')
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link')
    .all();
  expect(links.length).toBeGreaterThan(6);
  for (const link of links) {
    const address = (await link.getAttribute('href'))!;
    expect((await page.request.get(address)).status(), address).toBe(200);
  }
});

test('the menu, the search and the choice of appearance open wholly on a narrow screen', async ({ page }) => {
  await signIn(page, 'robert');
  await visit(page, '/');
  await page.setViewportSize({ width: 320, height: 568 });
  const banner = page.getByRole('banner');
  await banner.getByText('Menu', { exact: true }).click();
  await expectNotClipped(banner.getByRole('link', { name: 'Risk register' }), 'the menu');
  for (const words of ['Switch organization', 'Robert Hale']) {
    const menu = banner.locator('details details').filter({ hasText: words });
    await menu.locator('summary').click();
    await expectNotClipped(menu.locator('summary + *'), `the menu of “${words}”`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Escape');
  await banner.getByRole('button', { name: /^Search or go to/ }).click();
  const palette = page.getByRole('dialog');
  await expectNotClipped(palette, 'the search');
  await page.getByRole('combobox', { name: 'Page, action or record' }).fill('risk');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/risks$/);
});

test('an asset is added without a mouse', async ({ page }) => {
  await signIn(page, 'maya');
  await visit(page, '/inventory/assets/new');
  const name = `Keyed in ${Date.now().toString(36)}`;
  await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('radio', { name: /^System/ })).toBeChecked();
  await page.getByLabel('Where it runs').focus();
  await page.keyboard.type('On our');
  await page.getByRole('group', { name: 'Does it hold ePHI?' }).getByRole('radio', { name: 'No' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeFocused();
});
