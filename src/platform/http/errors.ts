import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Refusal } from '../../kernel/refusal.ts'
import { isDatabaseAway, sqlState, violated } from '../database.ts'

/** The one translator of errors: a Refusal keeps its code, a bad shape names its field, a bug is a bare 500. */
export function answerError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  const refusal = heardAs(error, request, reply)
  return refusal === null
    ? reply.code(500).send({ error: { code: 'internal', facts: { requestId: String(request.id) } } })
    : reply.code(refusal.status).send({ error: { code: refusal.code, facts: refusal.facts } })
}

/**
 * What an error means to whoever asked, logged as far as the operator should know; null: a bug. Pages and API say the
 * same "no" with the same status, each in its own form.
 */
export function heardAs(
  error: FastifyError | Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Refusal | null {
  if (error instanceof Refusal) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation
    return new Refusal('input_invalid', { field: first ? fieldOf(first) : '', rule: first?.keyword ?? '' })
  }
  if (isDatabaseAway(error)) {
    request.log.warn({ err: error }, 'database away')
    reply.header('retry-after', '2')
    return new Refusal('try_again_soon')
  }
  const meant = refusalOf(error)
  if (meant) {
    request.log.warn({ err: error }, 'refused by the database')
    return meant
  }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413)
    return new Refusal('file_too_large')
  if (isBrokenForm(error)) return new Refusal('input_invalid', { field: '', rule: 'form' })
  if (error.statusCode === 429) return new Refusal('too_many_requests')
  if (error.statusCode !== undefined && error.statusCode < 500)
    return new Refusal('input_invalid', { field: '', rule: error.code ?? '' })
  request.log.error({ err: error }, 'request failed')
  return null
}

/** The field that a shape finds fault with, as in `report.words`; one that nobody described by its own name. */
function fieldOf({ instancePath, params }: FastifySchemaValidationError): string {
  const [unknown] = Array.isArray(params.keys) ? params.keys : []
  const path = instancePath.split('/').filter(Boolean)
  return [...path, ...(typeof unknown === 'string' ? [unknown.slice(0, 60)] : [])].join('.')
}

/** A form without an edge, or that breaks off: its reader says so by words alone, and it is the sender's mistake. */
const isBrokenForm = ({ message }: Error): boolean =>
  /^Multipart: |unexpected end of multipart data$/i.test(message)

/** SQLSTATEs of two who were in each other's way: whoever comes again finds the other's version. */
const collisions: ReadonlySet<string> = new Set(['40001', '40P01'])

/** What the database finds wrong with the input itself, where no shape did. */
function refusalOf(error: unknown): Refusal | null {
  const state = sqlState(error)
  if (state === undefined) return null
  // The ids of texts are drawn, but for photographs: theirs are the files', which a sender names.
  if (violated(error) === 'sealed_texts_pkey') return new Refusal('photo_used_already', { field: 'photos' })
  if (collisions.has(state)) return new Refusal('version_conflict')
  // Class 22, data exceptions: a number or a moment out of range, a character that cannot be stored.
  return state.startsWith('22') ? new Refusal('input_invalid', { field: '', rule: 'value' }) : null
}
