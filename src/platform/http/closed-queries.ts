import type { FastifySchemaCompiler } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'

/**
 * Checks what a request carries against its shape. A query with a field that its shape does not have is refused
 * (`input_invalid`): a filter that is spelled wrong and left out would show, or write out, more than was asked for. A shape
 * that says `z.looseObject` takes whatever else comes.
 */
export const closedQueries: FastifySchemaCompiler<z.ZodType> = (route) => {
  const { schema, httpPart } = route
  const isOpen = httpPart === 'querystring' && schema instanceof z.ZodObject && !schema.def.catchall
  return validatorCompiler(isOpen ? { ...route, schema: schema.strict() } : route)
}
