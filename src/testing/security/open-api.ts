import type { FastifyInstance } from 'fastify'

/** As much of JSON Schema as the routes say their bodies in. */
export interface Shape {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: boolean | Shape
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
}
interface Operation {
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Shape }>> }>
  >
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Shape }>> }
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
}

/** A method and an address of the API, `post /api/reports`, with the shape of the JSON that it takes. */
export interface Address {
  readonly route: string
  readonly method: string
  readonly path: string
  readonly body: Shape | null
  readonly queries: readonly string[]
  /** The shapes of the JSON that it answers with, one for each status that it names. */
  readonly answers: readonly Shape[]
}

/** Every address that the OpenAPI document names, so that a new one is there by itself. */
export async function addressesOf(app: FastifyInstance): Promise<Address[]> {
  await app.ready()
  const { paths = {} } = app.swagger() as { paths?: Record<string, Record<string, Operation>> }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, parameters = [], responses = {} }]) => ({
      route: `${method} ${path}`,
      method,
      path,
      body: requestBody?.content?.['application/json']?.schema ?? null,
      queries: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      answers: Object.values(responses).flatMap(({ content }) => content?.['application/json']?.schema ?? []),
    })),
  )
}

const choices = ({ anyOf, oneOf, allOf }: Shape): readonly Shape[] => [
  ...(anyOf ?? []),
  ...(oneOf ?? []),
  ...(allOf ?? []),
]
const ofItems = ({ items }: Shape): readonly Shape[] => (items ? [items] : [])

/** Every field of a shape, however deep, each as its path: `.rows[].name`. */
export function fieldPaths(shape: Shape, path = ''): string[] {
  const own = Object.entries(shape.properties ?? {}).flatMap(([name, one]) => [
    `${path}.${name}`,
    ...fieldPaths(one, `${path}.${name}`),
  ])
  const deeper = [
    ...choices(shape).flatMap((one) => fieldPaths(one, path)),
    ...ofItems(shape).flatMap((one) => fieldPaths(one, `${path}[]`)),
  ]
  return [...new Set([...own, ...deeper])]
}

/** Objects in a shape that would take a field nobody described, each as its path; empty where there is none. */
export function loosePaths(shape: Shape, path = ''): string[] {
  const isObject = shape.type === 'object' || shape.properties !== undefined
  const here = isObject && (shape.additionalProperties ?? true) === true ? [path || '(body)'] : []
  return [
    ...here,
    ...choices(shape).flatMap((one) => loosePaths(one, path)),
    ...ofItems(shape).flatMap((one) => loosePaths(one, `${path}[]`)),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => loosePaths(one, `${path}.${name}`)),
  ]
}

const isText = ({ type, format, enum: words, const: only }: Shape): boolean =>
  type === 'string' && format === undefined && words === undefined && only === undefined

/** Fields of a shape that take a free text, each as its path: `.contact.name`, `.days[].name`. */
export function textFields(shape: Shape, takes: (field: Shape) => boolean, path = ''): string[] {
  const own = isText(shape) && takes(shape) ? [path] : []
  const deeper = [
    ...choices(shape).flatMap((one) => textFields(one, takes, path)),
    ...ofItems(shape).flatMap((one) => textFields(one, takes, `${path}[]`)),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) =>
      textFields(one, takes, `${path}.${name}`),
    ),
  ]
  return [...new Set([...own, ...deeper])]
}

const fits = (shape: Shape, value: unknown): boolean => {
  if (shape.type === 'null') return value === null
  if (shape.const !== undefined) return shape.const === value
  if (shape.enum) return shape.enum.includes(value)
  if (typeof value !== 'object' || value === null || !shape.properties) return true
  return Object.entries(value).every(([name, part]) => {
    const field = shape.properties?.[name]
    return field === undefined || fits(field, part)
  })
}

/**
 * `fixed` with a text in every field of the shape that takes one and that `fixed` leaves open. Where the shape has
 * several forms, the first that `fixed` fits into. Objects that it leaves out are made where they hold texts.
 */
export function filled(
  shape: Shape,
  fixed: unknown,
  text: (field: Shape, path: string) => string | undefined,
  path = '',
): unknown {
  if (fixed === null) return null
  const forms = choices(shape).filter((one) => one.type !== 'null' && fits(one, fixed))
  if (forms[0]) return filled(forms[0], fixed, text, path)
  if (shape.properties) {
    const given = (fixed ?? {}) as Record<string, unknown>
    const parts = Object.entries(shape.properties).map(([name, one]) => [
      name,
      filled(one, given[name], text, `${path}.${name}`),
    ])
    const said = Object.fromEntries(parts.filter(([, part]) => part !== undefined))
    return Object.keys(said).length > 0 || fixed !== undefined ? { ...said } : undefined
  }
  if (Array.isArray(fixed) && shape.items) {
    const { items } = shape
    return fixed.map((one: unknown) => filled(items, one, text, `${path}[]`))
  }
  if (fixed !== undefined) return fixed
  if (shape.items && isText(shape.items)) {
    const one = text(shape.items, `${path}[]`)
    return one === undefined ? undefined : [one]
  }
  return isText(shape) ? text(shape, path) : undefined
}
