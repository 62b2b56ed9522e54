import fc from 'fast-check'

// What lands must not depend on luck: `npm test` replays one seed (SEED chooses another), `npm run test:long` draws a new one each time.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20261123) })
