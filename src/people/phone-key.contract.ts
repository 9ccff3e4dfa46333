import { z } from 'zod'

/** 256 bits in base64, always the same for one account of one district. */
export const PhoneKey = z.object({ key: z.base64().length(44) })
export type PhoneKey = z.infer<typeof PhoneKey>
