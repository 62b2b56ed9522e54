import {
  SchemableIdentifierNode as Identifier,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type SchemableIdentifierNode,
  type UnknownRow,
} from 'kysely'

/** Reads each of some tables of a schema as it was believed at the instant the transaction was told: `<table>_known` in its place. */
export function asKnown(schema: string, tables: readonly string[]): KyselyPlugin {
  const transformer = new KnownTables(schema, new Set(tables))
  return {
    transformQuery: ({ node, queryId }: PluginTransformQueryArgs): RootOperationNode =>
      transformer.transformNode(node, queryId),
    transformResult: async ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => result,
  }
}

class KnownTables extends OperationNodeTransformer {
  readonly #schema: string
  readonly #tables: ReadonlySet<string>

  constructor(schema: string, tables: ReadonlySet<string>) {
    super()
    this.#schema = schema
    this.#tables = tables
  }

  protected override transformSchemableIdentifier(node: SchemableIdentifierNode): SchemableIdentifierNode {
    const { schema, identifier } = node
    if (schema?.name !== this.#schema || !this.#tables.has(identifier.name)) return node
    return Identifier.createWithSchema(this.#schema, `${identifier.name}_known`)
  }
}
