import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { inheritedEnvironment } from '../../child-environment.mjs';
import { load } from '../load.mjs';
import { commandLineOf } from '../../process-identity.mjs';
import { peakMegabytes, processesOf, processorSeconds } from '../processes-of.mjs';
import { getAs } from '../signed-in.mjs';
import { median, percentile } from '../statistics.mjs';

const FLOOR = fileURLToPath(new URL('../floor-document.mjs', import.meta.url));
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
  const { id } = items[0];
  const url = `${publicUrl}/assessments/${id}/report.pdf`;
  const content = JSON.stringify(
    await getAs(`${backendUrl}/api/v1/assessments/${id}/report?purpose=export`, vendorOfficer),
  );
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
    reports.push({
      ...(await rendering),
      meanwhile: percentile(meanwhile.latencies, 0.99),
      floor: await drawFloor(content),
    });
  }
  const seconds = median(reports.map((report) => report.seconds));
  const floor = median(reports.map((report) => report.floor));
  const processor = median(reports.map((report) => report.processor));
  const megabytes = median(reports.map((report) => report.megabytes));
  const meanwhile = median(reports.map((report) => report.meanwhile));
  const alone = percentile(before.latencies, 0.99);
  return [
    {
      name: 'report of 1,000 risks (PDF)',
      aim: `< ${MOST_SECONDS} s`,
      measured: `${seconds.toFixed(1)} s, ${Math.round(reports[0].bytes / 1024)} kB`,
      ratio: median(reports.map((report) => report.floor / report.seconds)),
      met: seconds < MOST_SECONDS,
    },
    { name: 'time of the processor for laying it out', measured: `${processor.toFixed(1)} s` },
    { name: 'floor: the same risks as plain lines by pdfkit', measured: `${floor.toFixed(1)} s` },
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
  let processor = 0;
  const watch = setInterval(() => {
    for (const pid of processesOf(frontendPid() ?? 0)) {
      if (!/render-process/.test(commandLineOf(pid))) continue;
      megabytes = Math.max(megabytes, peakMegabytes(pid));
      processor = Math.max(processor, processorSeconds(pid));
    }
  }, 100);
  try {
    const began = performance.now();
    const response = await fetch(url, { headers: { cookie: vendorOfficer.cookie } });
    const bytes = (await response.arrayBuffer()).byteLength;
    const seconds = (performance.now() - began) / 1000;
    if (response.status !== 200) throw new Error(`the report answered ${response.status}`);
    if (megabytes === 0) throw new Error('the process that lays the report out was not seen');
    return { seconds, processor, megabytes, bytes };
  } finally {
    clearInterval(watch);
  }
}

/** @param {string} content of the report */
async function drawFloor(content) {
  const began = performance.now();
  const child = spawn(process.execPath, [FLOOR], {
    env: { ...inheritedEnvironment(), NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(content);
  child.stdout.resume();
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the floor of the report ended with code ${code}`);
  return (performance.now() - began) / 1000;
}
