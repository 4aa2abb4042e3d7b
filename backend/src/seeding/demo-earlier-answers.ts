import type { DemoClient } from './demo-client.js';
import type { DemoEarlierAnswers } from './demo-story.js';

interface Preview {
  seen: string;
  counts: { fits: number };
}

/** Brings in the spreadsheet of an earlier year. A load that was stopped half-way finds nothing in it that is new. */
export async function bringInEarlierAnswers(
  officer: DemoClient,
  assessmentId: string,
  { fileName, answers, notes }: DemoEarlierAnswers,
  answeredOn: string,
): Promise<void> {
  const rows = Object.entries(answers).flatMap(([section, letters]) =>
    [...letters].map((letter, n) => {
      const id = `${section}-Q${n + 1}`;
      return [id, letter, notes[id] ?? '', answeredOn];
    }),
  );
  const lines = [['Question id', 'Answer', 'Notes', 'Answered on'], ...rows].map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  );
  const file = { fileName, content: lines.join('\n') };
  const path = `/assessments/${assessmentId}/earlier-answers`;
  const { seen, counts } = await officer.post<Preview>(`${path}/preview`, file);
  if (counts.fits > 0) await officer.post(`${path}?seen=${seen}`, file);
}
