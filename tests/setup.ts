import fc from 'fast-check';

/**
 * Laws are tried on the same random inputs in every run, so that the gate speaks of the change and not of luck.
 * `SEED=random npx vitest run` tries others, `SEED=7` those of another seed.
 */
const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED ?? 1) });
