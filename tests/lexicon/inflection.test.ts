import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparative,
  indefiniteArticle,
  pluralize,
  pluralVariants,
  superlative,
  verbForms,
  verbVariants,
} from '../../src/lexicon/inflection.js';
import { IRREGULAR_VERBS } from '../../src/lexicon/irregular-verbs.js';

describe('pluralize', () => {
  it.each([
    'office offices',
    'ally allies',
    'day days',
    'church churches',
    'box boxes',
    'tax taxes',
    'dish dishes',
    'bus buses',
    'gas gases',
    'class classes',
    'quiz quizzes',
    'monarch monarchs',
    'stomach stomachs',
    'epoch epochs',
    'march marches',
    'search searches',
    'leaf leaves',
    'wife wives',
    'housewife housewives',
    'bookshelf bookshelves',
    'roof roofs',
    'belief beliefs',
    'chief chiefs',
    'safe safes',
    'himself himselves',
    'hero heroes',
    'photo photos',
    'piano pianos',
    'volcano volcanoes',
    'video videos',
    'man men',
    'woman women',
    'policeman policemen',
    'german germans',
    'human humans',
    'child children',
    'grandchild grandchildren',
    'person people',
    'spokesperson spokespeople',
    'foot feet',
    'tooth teeth',
    'mouse mice',
    'sheep sheep',
    'series series',
    'aircraft aircraft',
    'headquarters headquarters',
    'analysis analyses',
    'crisis crises',
    'basis bases',
    'thesis theses',
    'oasis oases',
    'axis axes',
    'iris irises',
    'criterion criteria',
    'phenomenon phenomena',
    'bacterium bacteria',
    'medium media',
    'appendix appendices',
    'virus viruses',
    'campus campuses',
    'nucleus nuclei',
    'stimulus stimuli',
    'economy economies',
    'soliloquy soliloquies',
    'key keys',
    'politics politics',
    'japanese japanese',
    'statistic statistics',
    'thief thieves',
    'proof proofs',
    'goal goals',
    'policy policies',
    'house houses',
    'prize prizes',
    'waltz waltzes',
    'bush bushes',
    'goose geese',
    'mongoose mongooses',
    'blouse blouses',
    'salesperson salespeople',
    'eyetooth eyeteeth',
    'chassis chassis',
    'emphasis emphases',
    'cheese cheeses',
    'diocese dioceses',
    'cliff cliffs',
    'gulf gulfs',
    'grief griefs',
  ])('%s', (pair) => {
    const [singular, plural] = pair.split(' ') as [string, string];
    expect(pluralize(singular)).toBe(plural);
  });

  it('inflects the head of a compound', () => {
    expect(pluralize('passer-by')).toBe('passers-by');
    expect(pluralize('runner-up')).toBe('runners-up');
    expect(pluralize('attorney-general')).toBe('attorneys-general');
    expect(pluralize('mother-in-law')).toBe('mothers-in-law');
    expect(pluralize('start-up')).toBe('start-ups');
    expect(pluralize('vice-chairman')).toBe('vice-chairmen');
  });

  it('keeps capitals and adds a small s to abbreviations', () => {
    expect(pluralize('Secretary')).toBe('Secretaries');
    expect(pluralize('Congressman')).toBe('Congressmen');
    expect(pluralize('MP')).toBe('MPs');
    expect(pluralize('US')).toBe('USs');
  });

  it('tells variants', () => {
    expect(pluralVariants('referendum')).toEqual(['referendums', 'referenda']);
    expect(pluralVariants('scarf')).toEqual(['scarves', 'scarfs']);
  });

  it('does not stumble over names of object properties', () => {
    expect(pluralize('constructor')).toBe('constructors');
    expect(pluralize('toString')).toBe('tostrings');
  });
});

describe('verbForms', () => {
  it.each([
    'walk walks walked walked walking',
    'carry carries carried carried carrying',
    'play plays played played playing',
    'stop stops stopped stopped stopping',
    'visit visits visited visited visiting',
    'commit commits committed committed committing',
    'prefer prefers preferred preferred preferring',
    'offer offers offered offered offering',
    'develop develops developed developed developing',
    'fix fixes fixed fixed fixing',
    'bow bows bowed bowed bowing',
    'rain rains rained rained raining',
    'equip equips equipped equipped equipping',
    'quiz quizzes quizzed quizzed quizzing',
    'panic panics panicked panicked panicking',
    'agree agrees agreed agreed agreeing',
    'die dies died died dying',
    'tie ties tied tied tying',
    'dye dyes dyed dyed dyeing',
    'singe singes singed singed singeing',
    'bring brings brought brought bringing',
    'change changes changed changed changing',
    'argue argues argued argued arguing',
    'veto vetoes vetoed vetoed vetoing',
    'go goes went gone going',
    'undergo undergoes underwent undergone undergoing',
    'have has had had having',
    'be is was been being',
    'do does did done doing',
    'say says said said saying',
    'break breaks broke broken breaking',
    'overtake overtakes overtook overtaken overtaking',
    'rethink rethinks rethought rethought rethinking',
    'misunderstand misunderstands misunderstood misunderstood misunderstanding',
    'relay relays relayed relayed relaying',
    'run runs ran run running',
    'rerun reruns reran rerun rerunning',
    'put puts put put putting',
    'set sets set set setting',
    'upset upsets upset upset upsetting',
    'begin begins began begun beginning',
    'forget forgets forgot forgotten forgetting',
    'lie lies lay lain lying',
    'see sees saw seen seeing',
    'oversee oversees oversaw overseen overseeing',
    'teach teaches taught taught teaching',
    'push pushes pushed pushed pushing',
    'pass passes passed passed passing',
    'buzz buzzes buzzed buzzed buzzing',
    'target targets targeted targeted targeting',
    'worship worships worshipped worshipped worshipping',
    're-elect re-elects re-elected re-elected re-electing',
    'co-write co-writes co-wrote co-written co-writing',
    'reveal reveals revealed revealed revealing',
    'fail fails failed failed failing',
    'control controls controlled controlled controlling',
    'study studies studied studied studying',
    'squat squats squatted squatted squatting',
    'quit quits quit quit quitting',
    'weep weeps wept wept weeping',
  ])('%s', (line) => {
    const [base, thirdPerson, past, pastParticiple, presentParticiple] = line.split(' ');
    expect(verbForms(base as string)).toEqual({ base, thirdPerson, past, pastParticiple, presentParticiple });
  });

  it('tells British and American spellings', () => {
    expect(verbVariants('travel').map((v) => v.past)).toEqual(['traveled', 'travelled']);
    expect(verbVariants('travel').map((v) => v.presentParticiple)).toEqual(['traveling', 'travelling']);
    expect(verbVariants('fuel').map((v) => v.past)).toEqual(['fueled', 'fuelled']);
    expect(verbVariants('signal').map((v) => v.past)).toEqual(['signaled', 'signalled']);
    expect(verbVariants('focus').map((v) => v.past)).toEqual(['focused', 'focussed']);
    expect(verbVariants('learn').map((v) => v.past)).toEqual(['learned', 'learnt']);
    expect(verbVariants('get').map((v) => v.pastParticiple)).toEqual(['got', 'gotten']);
    expect(verbVariants('be').map((v) => v.past)).toEqual(['was', 'were', 'was']);
  });

  it('knows more than two hundred irregular verbs, each spelt with small letters', () => {
    const verbs = Object.entries(IRREGULAR_VERBS);
    expect(verbs.length).toBeGreaterThan(200);
    for (const [verb, forms] of verbs) expect([verb, ...forms].join('')).toMatch(/^[a-z|]+$/);
  });

  it('gives forms for any string', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z]{1,12}$/)), (verb) => {
        for (const forms of verbVariants(verb))
          expect(Object.values(forms).every((f) => typeof f === 'string')).toBe(true);
        expect(typeof pluralize(verb)).toBe('string');
        expect(['a', 'an']).toContain(indefiniteArticle(verb));
        expect((comparative(verb) === undefined) === (superlative(verb) === undefined)).toBe(true);
      }),
    );
  });
});

describe('comparative and superlative', () => {
  it.each([
    'big bigger biggest',
    'large larger largest',
    'easy easier easiest',
    'good better best',
    'bad worse worst',
    'far further furthest',
    'little less least',
    'simple simpler simplest',
    'narrow narrower narrowest',
    'dry drier driest',
    'grey greyer greyest',
    'free freer freest',
    'thin thinner thinnest',
    'new newer newest',
    'friendly friendlier friendliest',
    'unhappy unhappier unhappiest',
    'great greater greatest',
    'quiet quieter quietest',
    'red redder reddest',
    'strong stronger strongest',
    'fierce fiercer fiercest',
    'Big Bigger Biggest',
    'shy shyer shyest',
    'early earlier earliest',
  ])('%s', (line) => {
    const [adjective, more, most] = line.split(' ') as [string, string, string];
    expect([comparative(adjective), superlative(adjective)]).toEqual([more, most]);
  });

  it.each([
    'important',
    'tired',
    'boring',
    'political',
    'dead',
    'main-stream',
    'prime',
    'first',
    'wrong',
    'own',
    'careful',
    'modern',
    'famous',
    'expensive',
    'interesting',
    'daily',
    'responsible',
    'whole',
    '',
    '8',
  ])('%s does not compare with an ending', (adjective) => {
    expect(comparative(adjective)).toBeUndefined();
    expect(superlative(adjective)).toBeUndefined();
  });
});

describe('indefiniteArticle', () => {
  it.each([
    'apple',
    'hour',
    'honest',
    'honour',
    'heir',
    'heirloom',
    'MP',
    'MPs',
    'FBI',
    'NHS',
    'FBI-led',
    'HMRC',
    'SNP',
    'NGO',
    '8',
    '8th',
    '80',
    '8,000',
    '11',
    '11th',
    '18',
    '18-year-old',
    '18,000',
    '11.5',
    '1848',
    '$8',
    '£80',
    '“hour',
    '8am',
    'unidentified',
    'unimportant',
    'unintended',
    'uninterrupted',
    'unusual',
    'unable',
    'uneasy',
    'up',
    'update',
    'usher',
    'ugly',
    'umbrella',
    'urban',
    'urgent',
    'only',
    'onerous',
    'e-mail',
    'X-ray',
    'F-16',
    'F16',
    'H1N1',
    'MRI',
    'RAF',
    'S',
    'EU',
    'OPEC',
    'AIDS',
    'M.P.',
    'Yvonne',
    'MSc',
    'mRNA',
    'LGBT',
    'Iranian',
    'émigré',
    'eight',
    'eighteen',
    'otter',
    'Ulster',
    'unarmed',
    'unanswered',
    'ultimatum',
    'R2-D2',
    'EXTRA',
    'AIR',
    'iPhone',
    'Israeli',
    'entire',
    'ally',
    'end',
  ])('an %s', (word) => expect(indefiniteArticle(word)).toBe('an'));

  it.each([
    'dog',
    'house',
    'historic',
    'hotel',
    'university',
    'unit',
    'union',
    'unique',
    'uniform',
    'unilateral',
    'united',
    'European',
    'euro',
    'one-off',
    'one',
    'once',
    'US',
    'UN',
    'UK',
    'U.S.',
    'U-turn',
    'use',
    'useful',
    'usual',
    'Ukrainian',
    'utility',
    'NATO',
    'NASA',
    'HUD',
    'FEMA',
    'UNICEF',
    'UNESCO',
    'UAE',
    '7',
    '1',
    '10',
    '100',
    '110',
    '1,100',
    '1,800',
    '180',
    'PhD',
    'B-52',
    'BBC',
    'CIA',
    'CEO',
    'PR',
    'T-shirt',
    'NEW',
    'SENATE',
    'year',
    'yen',
    'Ugandan',
    'unanimous',
    'Uruguayan',
    'uranium',
    'White House',
    'good',
    '',
    '"',
    '—',
    'K9',
    'ewe',
    'Uyghur',
    'utopian',
    'onesie',
    'MAJOR',
    '2018',
  ])('a %s', (word) => expect(indefiniteArticle(word)).toBe('a'));
});
