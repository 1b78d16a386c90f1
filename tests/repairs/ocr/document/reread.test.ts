import { describe, expect, it } from 'vitest';
import { repairOcr } from '../../../../src/repairs/ocr/ocr.js';
import { applyEdits } from '../../../../src/text/edits.js';
import { shippedRepairer } from '../shipped.js';

const repairer = shippedRepairer();

function repair(text: string): string {
  return applyEdits(text, repairOcr(text, repairer, 0.3).edits);
}

const REPORT = `The committee met on Monday to hear the report of the surveyor, who had walked the whole length of the canal
and found it sound. Nothing need be done before spring, he wrote, but the lower gates want paint, and the keeper of the lodge
should be asked to mend the fence beside the towing path. The members thanked him and voted that his account be paid.
`;

/** A report of a meeting about someone whose name the lexicon does not have. */
const meeting = (
  name: string,
  last: string,
) => `Mr. ${name} opened the meeting with a few words on the harvest. He was followed by the vicar, who
thanked ${name} for his gift to the school. A letter from Mrs. ${name} was then read. The chairman said that without ${name}
nothing could have been done. It was agreed that ${last} should have the thanks of the parish, and that tbe report be priuted.
`;

describe('a document', () => {
  it('tells by other words how a letter is misread', () => {
    let count = 0;
    const series = REPORT.replace(/(?<=[a-z]{2})o(?=[a-z]{2})/g, (letter) =>
      count++ % 2 === 0 ? 'x' : letter,
    );
    expect(count).toBeGreaterThan(5);
    expect(repair(`${REPORT}He had seen the pxst again.`)).toContain('the pxst again');
    expect(repair(`${series}He had seen the pxst again.`)).toContain('the post again');
  });

  it.each([
    ['Thistlewick', 'Thistlewlck'],
    ['Quorndale', 'Quomdale'],
    ['Skeffinger', 'Skeffiuger'],
    ['Hamilton', 'Hamiiton'],
  ])('has the name %s put right where it reads %s', (name, misread) => {
    expect(repair(meeting(name, misread))).toContain(`agreed that ${name} should`);
  });

  it.each([
    ['Skeffinger', 'Skeffingers'],
    ['Skeffinger', 'Steffinger'],
    ['Hamilton', 'Hamiltons'],
  ])('keeps beside the name %s that of %s', (name, other) => {
    const repaired = repair(meeting(name, other));
    expect(repaired).toContain(`agreed that ${other} should`);
    expect(repaired).toContain('the report be printed');
  });

  it('has a name put right far from where it stands', () => {
    const between = REPORT.repeat(70);
    expect(between.split(/\s+/).length).toBeGreaterThan(4000);
    const text = meeting('Thistlewick', 'Thistlewick') + between + meeting('Ashby', 'Thistlewlck');
    expect(repair(text)).toContain('agreed that Thistlewick should');
    expect(repair(text)).not.toContain('Thistlewlck');
  });

  it('that is sound stays as it is, however often a name stands in it', () => {
    const text = meeting('Thistlewick', 'Thistlewick').replace('tbe', 'the').replace('priuted', 'printed');
    expect(repair(text)).toBe(text);
    expect(repair(REPORT)).toBe(REPORT);
  });
});
