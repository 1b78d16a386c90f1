import { describe, expect, it } from 'vitest';
import { foreignStretches } from '../../../src/repairs/ocr/foreign-stretches.js';

const foreignOf = (text: string) =>
  foreignStretches(text).map(({ start, end }) => text.slice(start, end).trim());

describe('stretches of other languages', () => {
  it.each([
    'Les pluies ont laissé des champs inondés dans toute la vallée.',
    'Kritik kam von der Initiative, die auf dem Hof lieber einen Park hätte.',
    'El alcalde dijo que las obras no van a empezar este mes.',
    'Gallia est omnis divisa in partes tres, quarum unam incolunt, sed non alii.',
  ])('are found: %s', (text) => {
    expect(foreignOf(text)).toEqual([text]);
  });

  it('are found between English sentences', () => {
    const quote = 'Nous ne sommes pas dans une salle de cours';
    expect(foreignOf(`The minister said at the time: "${quote}" and left the room.`)).toEqual([`${quote}"`]);
  });

  it.each([
    'The house of the Vicomte de la Tour stood at the end of the Rue des Moulins.',
    'He has been to die for, and the men who were in it had their way.',
    'tbe men of tbe house were ill and de bat is lost',
    'Profits rose.',
    '',
    '\ud800\0',
  ])('are none in English, misread or not: %s', (text) => {
    expect(foreignOf(text)).toEqual([]);
  });
});
