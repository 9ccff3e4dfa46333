import type { SendingRobot } from './delivery.sql.ts'
import { hostAllowed, robotHosts } from './host.rule.ts'
import { post } from './post.ts'
import { outcomeOfRobot } from './robot-answer.rule.ts'
import { type Message, type RobotKeys, robotPost } from './robot-body.rule.ts'
import { openChannel } from './sealed-channel.ts'
import { knownHosts, type SenderParts, type Sent } from './sender-parts.ts'

/** Posts a message to a group's robot, as its vendor wants it. */
export async function sendToRobot(
  parts: SenderParts,
  id: string,
  { kind, sealed }: SendingRobot,
  message: Message,
): Promise<Sent> {
  if (sealed === null) return { outcome: 'removed' }
  const keys = openChannel<RobotKeys>(parts.district, id, sealed)
  const host = hostAllowed(keys.address, knownHosts(parts, robotHosts), parts.messages.hosts)
  if (host === null) return { outcome: 'host_not_allowed' }
  const { address, body } = robotPost(kind, keys, message, parts.clock.now())
  const posted = await post({
    address,
    body,
    host,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    patienceMs: parts.patienceMs,
    signal: parts.signal,
  })
  if (typeof posted === 'string') return { outcome: posted }
  const outcome = outcomeOfRobot(kind, posted.status, posted.body)
  return { outcome, askedSeconds: posted.retryAfterSeconds }
}
