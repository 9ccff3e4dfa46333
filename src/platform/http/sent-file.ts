import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { sheetLimits } from '../sheet/limits.ts'

/** A file that came in a form, and the plain fields that stood before it; a field left empty was not said. */
export interface SentForm {
  readonly source: Buffer
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
}

/**
 * Reads the one file of a form into memory, up to the size that sheets may have. Permission comes before: whoever may
 * not send cannot fill the memory. Refuses `input_invalid` where there is none, `file_too_large`.
 */
export async function sentForm(request: FastifyRequest): Promise<SentForm> {
  const sent = await request.file({ limits: { fileSize: sheetLimits.fileBytes, files: 1 } })
  if (!sent) throw new Refusal('input_invalid', { field: 'file', rule: 'required' })
  return { source: await sent.toBuffer(), name: sent.filename, fields: plainFields(sent.fields) }
}

function plainFields(fields: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]: [string, unknown]) => {
      const value = typeof field === 'object' && field && 'value' in field ? field.value : undefined
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}

/** The form's fields as `shape` has them. Refuses `input_invalid` with the field that does not fit. */
export function fieldsAs<Shape extends z.ZodType>({ fields }: SentForm, shape: Shape): z.infer<Shape> {
  const read = shape.safeParse(fields)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new Refusal('input_invalid', { field: issue?.path.join('.') ?? '', rule: issue?.code ?? 'shape' })
}

/** JSON in a field of a form, to be checked further. */
export const JsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // The sender's mistake, and no bug: said as one.
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
})
