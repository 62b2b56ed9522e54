import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import { uuidv7 } from '#kernel/contract/ids.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { DatesAsDate } from './dates-as-date.write.ts'

/** Settings of the account library. */
export interface LibraryOptions {
  engine: Engine
  /** Signs the session cookie; from the environment or a file, never the database. */
  secret: string
  /** The address under which the product is reached, for cookies (https makes them secure). */
  baseUrl: string
}

/** better-auth on our own tables (schema access). It is called before or after a handler's work, never inside. */
export function openLibrary({ engine, secret, baseUrl }: LibraryOptions) {
  return betterAuth({
    baseURL: baseUrl,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: engine.db.withSchema('access').withPlugin(new DatesAsDate()) as never, type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 50,
        usernameValidator: (name) => /^[a-z0-9][a-z0-9._-]*$/.test(name),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      expiresIn: 12 * 60 * 60,
      updateAge: 60 * 60,
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'account_id',
        accountId: 'external_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'lienchi',
      database: { generateId: () => uuidv7() },
      useSecureCookies: baseUrl.startsWith('https:'),
      // No address is kept: what limits count by it are keyed digests (kernel.tried).
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
  })
}
export type Library = ReturnType<typeof openLibrary>
