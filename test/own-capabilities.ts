import type { Hono } from 'hono'
import type { Contract, InputOf, OutputOf } from '#kernel/contract/contract.ts'
import type { Texts } from '#kernel/contract/text.ts'
import type { Handler } from '#kernel/server/handle.ts'
import { httpApp } from '#kernel/server/http.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { Answered, Person } from './founders.ts'
import { harness } from './harness.ts'

/** Capabilities of a test's own behind the same door as the product's. */
export interface OwnCapabilities {
  readonly app: Hono
  /** What the kernel reported as our own fault. */
  readonly alarms: { error: unknown; where: string; requestId?: string | undefined }[]
  ask<C extends Contract>(
    who: Person | null,
    contract: C,
    input: InputOf<C>,
    headers?: Record<string, string>,
  ): Promise<Answered<OutputOf<C>>>
}

/** Puts handlers of a test beside the product's modules, on the product's own kernel. */
export async function ownCapabilities(
  handlers: readonly Handler[],
  texts: Texts = { vi: {}, en: {} },
  change: Partial<Kernel> = {},
): Promise<OwnCapabilities> {
  const { product } = await harness()
  const alarms: OwnCapabilities['alarms'] = []
  const kernel: Kernel = {
    ...product.kernel,
    alarm: (error, where, requestId) => alarms.push({ error, where, requestId }),
    ...change,
  }
  const name = handlers[0]!.contract.name.split('.')[0]!
  const beside = product.modules.map((module) =>
    module.name === name
      ? {
          ...module,
          handlers: [...module.handlers, ...handlers],
          texts: { vi: { ...module.texts.vi, ...texts.vi }, en: { ...module.texts.en, ...texts.en } },
        }
      : module,
  )
  const app = httpApp({ kernel, modules: beside, webFolder: null, secret: 'x', ready: async () => true })
  return {
    app,
    alarms,
    async ask(who, contract, input, headers = {}) {
      const response = await app.request(`/api/${contract.name}`, {
        method: 'POST',
        body: JSON.stringify(input),
        headers: { 'content-type': 'application/json', ...(who ? { cookie: who.cookie } : {}), ...headers },
      })
      const body = await response.json()
      return { status: response.status, body, problem: body }
    },
  }
}
