import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const RULES = ['src/**/*.rules.test.ts', 'src/kernel/contract/**/*.test.ts']
const MINUTE = 60_000
/** A folder that wants one report in JSON of every run (.ci/run counts them). */
const REPORTS = process.env.TEST_REPORTS

/**
 * Four projects. `rules` needs nothing, `capabilities` a database (embedded, or the one of TEST_DATABASE_ADMIN_URL), `journeys` a browser,
 * `long` patience. Two workers, each keeping one database for all its files: so no file may leave state in a module (engineering.md 22).
 */
export default defineConfig({
  test: {
    reporters: REPORTS ? ['default', ['json', { outputFile: join(REPORTS, `${process.pid}.json`) }]] : ['default'],
    isolate: false,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          setupFiles: ['test/seed.ts'],
          include: [...RULES, 'test/architecture/**/*.test.ts'],
          testTimeout: MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'capabilities',
          setupFiles: ['test/seed.ts'],
          include: ['src/**/*.test.ts'],
          exclude: RULES,
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          // A browser on a busy machine may lose a moment; what fails twice is broken.
          retry: 1,
          include: ['test/journeys/**/*.test.ts', 'test/parts/**/*.test.ts'],
          testTimeout: 2 * MINUTE,
          hookTimeout: 2 * MINUTE,
        },
      },
      {
        extends: true,
        test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 60 * MINUTE, hookTimeout: 5 * MINUTE },
      },
    ],
  },
})
