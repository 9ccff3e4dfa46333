import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'

/**
 * Refuses texts that no database column can hold: with the character NUL, or with half a surrogate pair. A shape allows
 * them, and JSON can say them. Refusal `input_invalid` names the field as its path, like `contact.name`.
 */
export function refuseBrokenTexts({
  body,
  query,
  params,
}: Pick<FastifyRequest, 'body' | 'query' | 'params'>) {
  // A list of what is still to be seen, not a recursion: a body can be nested deeper than a stack.
  const waiting: (readonly [field: string, value: unknown])[] = [body, query, params].map((part) => [
    '',
    part,
  ])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [field, value] = next
    if (typeof value === 'string') mustBeWhole(field, value)
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      for (const [name, part] of Object.entries(value)) {
        mustBeWhole(field, name)
        waiting.push([field === '' ? name : `${field}.${name}`, part])
      }
  }
}

function mustBeWhole(field: string, text: string): void {
  if (text.includes('\0') || !text.isWellFormed())
    throw new Refusal('input_invalid', { field, rule: 'characters' })
}
