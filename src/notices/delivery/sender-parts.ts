import type { Random } from '../../kernel/random.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Ctx, District } from '../../platform/ctx.ts'
import type { MessageSettings } from '../../platform/settings.ts'
import type { Outcome } from './contract.ts'

/** What sending needs. */
export interface SenderParts {
  readonly district: District
  readonly clock: Clock
  readonly log: Ctx['log']
  readonly random: Pick<Random, 'next'>
  readonly messages: MessageSettings
  /** How long the other side may take, in milliseconds of the machine. */
  readonly patienceMs: number
  /** Ends what is under way, as if no answer had come. */
  readonly signal: AbortSignal
}

export interface Sent {
  readonly outcome: Outcome
  /** Seconds that the other side asked to wait. */
  readonly askedSeconds?: number
}

/** Invented people tell nobody outside: from a demonstration messages go to what the operator named, and nowhere else. */
export const knownHosts = <Hosts extends readonly string[]>(
  { district }: { readonly district: Pick<District, 'demonstration'> },
  hosts: Hosts,
): Hosts | readonly [] => (district.demonstration ? [] : hosts)

/** In a demonstration mail goes nowhere, unless the operator named the mail server among the hosts. */
export function mailFor({
  district,
  messages,
}: {
  readonly district: Pick<District, 'demonstration'>
  readonly messages: MessageSettings
}): MessageSettings['mail'] {
  const { mail, hosts } = messages
  if (mail === null || !district.demonstration) return mail
  return hosts.some((host) => new URL(host).hostname === mail.host) ? mail : null
}
