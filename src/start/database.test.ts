import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CannotStart } from '#kernel/db/engine.ts'
import { admin } from '#kernel/db/testing.ts'
import { openDatabase } from './database.ts'

const adminUrl = process.env.TEST_DATABASE_ADMIN_URL!

describe.runIf(adminUrl)('a login that may not build the database', () => {
  const name = `rights_${randomBytes(4).toString('hex')}`
  const [app, maker] = [`${name}_app`, `${name}_maker`]
  const urlOf = (login: string) => Object.assign(new URL(adminUrl), { username: login, pathname: `/${name}` }).href
  const start = (ownerUrl?: string) =>
    openDatabase({ dataFolder: '', databaseUrl: urlOf(app), ownerUrl } as never).catch((error) => error)

  beforeAll(async () => {
    // The roles of another installation in this cluster, which nobody here may grant.
    for (const role of ['owner', 'reader', 'writer', 'figures', 'system']) {
      await admin(
        adminUrl,
        `do $$ begin create role lienchi_${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
      )
    }
    await admin(adminUrl, `create role ${app} login`)
    await admin(adminUrl, `create role ${maker} login createrole`)
    await admin(adminUrl, `create database ${name} owner ${maker} template template0`)
  })
  afterAll(async () => {
    await admin(adminUrl, `drop database ${name} with (force)`)
    await admin(adminUrl, `drop role ${app}, ${maker}`)
  })

  test('the product’s own is told to name the owner’s', async () => {
    const refused = await start()
    expect(refused).toBeInstanceOf(CannotStart)
    expect(refused.sentence.en).toMatch(new RegExp(`^The PostgreSQL login "${app}" .* Set DATABASE_OWNER_URL`))
  })

  test('an owner’s that may not grant the roles is told of the rights it needs', async () => {
    const refused = await start(urlOf(maker))
    expect(refused).toBeInstanceOf(CannotStart)
    expect(refused.sentence.en).toMatch(/\(permission denied to grant role "lienchi_owner"\)\. Use a superuser/)
  })
})
