import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Refusal } from '../../kernel/refusal.ts'
import { isDatabaseAway } from '../database.ts'

/** The one translator of errors: a Refusal keeps its code, a bad shape names its field, a bug is a bare 500. */
export function answerError(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Refusal) return send(reply, error)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation
    const field = first ? first.instancePath.replace(/^\//, '').replaceAll('/', '.') : ''
    return send(reply, new Refusal('input_invalid', { field, rule: first?.keyword ?? '' }))
  }
  if (isDatabaseAway(error)) {
    request.log.warn({ err: error }, 'database away')
    return send(reply.header('retry-after', '2'), new Refusal('try_again_soon'))
  }
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413)
    return send(reply, new Refusal('file_too_large'))
  if (error.statusCode === 429) return send(reply, new Refusal('too_many_requests'))
  if (error.statusCode !== undefined && error.statusCode < 500)
    return send(reply, new Refusal('input_invalid', { field: '', rule: error.code ?? '' }))
  request.log.error({ err: error }, 'request failed')
  return reply.code(500).send({ error: { code: 'internal', facts: { requestId: String(request.id) } } })
}

const send = (reply: FastifyReply, refusal: Refusal) =>
  reply.code(refusal.status).send({ error: { code: refusal.code, facts: refusal.facts } })
