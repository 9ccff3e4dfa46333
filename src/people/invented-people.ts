import type { Ctx } from '../platform/ctx.ts'
import { makeCtx } from '../platform/http/server.ts'
import { must, permissions } from './permission.rule.ts'
import { maskPhone } from './phone.rule.ts'
import { phoneIn } from './sign-in/limits.ts'
import { type AccountNow, whoOfAccount, whoOfClient } from './who.rule.ts'

type Stage = Pick<Ctx, 'district' | 'clock' | 'log'>

/** Only invented people can be acted for: in a real district every act has a session behind it. */
function mustBeDemonstration({ district }: Stage): void {
  if (!district.demonstration) throw new Error('people are acted for in a demonstration district alone')
}

/** Acts as an account of a demonstration district, with what its posts allow and no more. */
export function actingAs(stage: Stage, account: AccountNow): Ctx {
  mustBeDemonstration(stage)
  const parts = { ...stage, must, committed: () => undefined }
  return makeCtx(parts, whoOfAccount(account, '', permissions), stage.log)
}

/** Acts as somebody without an account, by the hash of their browser's secret and, where shown, of a receipt code. */
export function actingAsClient(stage: Stage, clientHash: string, receiptHash = ''): Ctx {
  mustBeDemonstration(stage)
  const parts = { ...stage, must, committed: () => undefined }
  return makeCtx(parts, whoOfClient(clientHash, receiptHash), stage.log)
}

/**
 * Gives an invented resident an account the way a real one gets it: a one-time code is sent and typed in. Returns the
 * account; a telephone that has one already gets the same again.
 */
export async function invitedResident(stage: Stage, typedPhone: string): Promise<AccountNow> {
  mustBeDemonstration(stage)
  const { openCodes } = await import('./sign-in/codes.ts')
  const phone = phoneIn(typedPhone)
  let sent = ''
  const gateway = {
    send: async (_phone: string, code: string) => {
      sent = code
    },
  }
  const codes = await openCodes(stage.district, stage.clock, gateway, (text) => stage.log.error(text))
  await codes.send(phone)
  const id = await codes.verify(phone, sent)
  return { id, kind: 'resident', name: maskPhone(phone), posts: [] }
}
