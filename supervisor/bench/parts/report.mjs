import { load } from '../load.mjs';
import { commandLineOf } from '../../process-identity.mjs';
import { peakMegabytes, processesOf } from '../processes-of.mjs';
import { getAs } from '../signed-in.mjs';
import { median, percentile } from '../statistics.mjs';

const ROUNDS = 3;
const MOST_SECONDS = 8;
const MOST_MEGABYTES = 400;
const MOST_P99 = 100;
/** Others at work meanwhile: requests a second, over so many connections. */
const OTHERS = { connections: 4, overallRate: 20 };

/**
 * The Risk Analysis Report of an analysis with 1,000 risks, as the browser gets it, while others read the register.
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @returns {Promise<import('../table.mjs').Measurement[]>}
 */
export async function measureReport(instance) {
  const { publicUrl, backendUrl, officer, vendorOfficer } = instance;
  const { items } = await getAs(`${backendUrl}/api/v1/assessments?limit=100`, vendorOfficer);
  const url = `${publicUrl}/assessments/${items[0].id}/report.pdf`;
  const others = {
    url: `${publicUrl}/api/v1/risks?limit=50`,
    headers: { cookie: officer.cookie },
    ...OTHERS,
  };
  await load({ ...others, duration: 3 });
  const before = await load({ ...others, duration: 10 });
  const reports = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rendering = renderReport(instance, url);
    const meanwhile = await load({ ...others, duration: 300 }, { until: rendering });
    reports.push({ ...(await rendering), meanwhile: percentile(meanwhile.latencies, 0.99) });
  }
  const seconds = median(reports.map((report) => report.seconds));
  const megabytes = median(reports.map((report) => report.megabytes));
  const meanwhile = median(reports.map((report) => report.meanwhile));
  const alone = percentile(before.latencies, 0.99);
  return [
    {
      name: 'report of 1,000 risks (PDF)',
      aim: `< ${MOST_SECONDS} s`,
      measured: `${seconds.toFixed(1)} s, ${Math.round(reports[0].bytes / 1024)} kB`,
      met: seconds < MOST_SECONDS,
    },
    {
      name: 'peak memory of the process that lays it out',
      aim: `< ${MOST_MEGABYTES} MB`,
      measured: `${Math.round(megabytes)} MB`,
      met: megabytes < MOST_MEGABYTES,
    },
    {
      name: `the register for others meanwhile (${OTHERS.overallRate}/s), p99`,
      aim: `< ${MOST_P99} ms`,
      measured: `${meanwhile.toFixed(1)} ms`,
      ratio: alone / meanwhile,
      met: meanwhile < MOST_P99,
    },
    { name: 'floor: the same requests with no report made', measured: `${alone.toFixed(1)} ms` },
  ];
}

/**
 * @param {import('../large-instance.mjs').LargeInstance} instance
 * @param {string} url
 */
async function renderReport({ frontendPid, vendorOfficer }, url) {
  let megabytes = 0;
  const watch = setInterval(() => {
    for (const pid of processesOf(frontendPid() ?? 0)) {
      if (/render-process/.test(commandLineOf(pid))) megabytes = Math.max(megabytes, peakMegabytes(pid));
    }
  }, 100);
  try {
    const began = performance.now();
    const response = await fetch(url, { headers: { cookie: vendorOfficer.cookie } });
    const bytes = (await response.arrayBuffer()).byteLength;
    const seconds = (performance.now() - began) / 1000;
    if (response.status !== 200) throw new Error(`the report answered ${response.status}`);
    if (megabytes === 0) throw new Error('the process that lays the report out was not seen');
    return { seconds, megabytes, bytes };
  } finally {
    clearInterval(watch);
  }
}
