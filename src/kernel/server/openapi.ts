import { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import { Problem, problemStatus } from '#kernel/contract/problem.ts'
import type { Module } from './module.ts'
import type { TextsByModule } from './problems.ts'

/** OpenAPI 3.1 of every capability, derived from the contracts; the same document that docs/generated holds. */
export function openApi(modules: readonly Module[], texts: TextsByModule): object {
  const contracts = modules.flatMap((module) => module.handlers.map((handler) => handler.contract))
  return {
    openapi: '3.1.0',
    info: { title: 'Liên Chi', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: Object.fromEntries(
      contracts.map((contract) => [`/api/${contract.name}`, { post: operation(contract, texts) }]),
    ),
    components: {
      schemas: { Problem: jsonSchema(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lienchi.session_token' } },
    },
  }
}

function operation(contract: Contract, texts: TextsByModule): object {
  const [module = '', name = ''] = contract.name.split('.')
  const statuses = new Set([
    400,
    401,
    403,
    500,
    ...(contract.refusals.length ? [422] : []),
    ...(contract.kind === 'command' ? [409] : []),
  ])
  return {
    operationId: contract.name,
    tags: [module],
    summary: texts.get(module)?.en[`capability.${name}`] ?? contract.name,
    'x-summary-vi': texts.get(module)?.vi[`capability.${name}`] ?? contract.name,
    'x-kind': contract.kind,
    'x-permission': contract.permission,
    'x-reads': contract.reads,
    'x-articles': contract.articles,
    'x-refusals': contract.refusals,
    ...(contract.permission === 'anyone' ? {} : { security: [{ session: [] }] }),
    ...(contract.kind === 'command'
      ? {
          parameters: [
            { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } },
          ],
        }
      : {}),
    requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(contract.input, 'input') } } },
    responses: {
      200: { description: 'done', content: { 'application/json': { schema: jsonSchema(contract.output, 'output') } } },
      ...Object.fromEntries(
        [...statuses].sort().map((status) => [
          status,
          {
            description: Object.entries(problemStatus).find(([, s]) => s === status)?.[0] ?? 'problem',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}
