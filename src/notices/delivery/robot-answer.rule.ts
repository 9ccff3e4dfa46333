import type { Outcome, RobotKind } from './contract.ts'

/**
 * A vendor's codes in an answer that HTTP calls right; 0 is sent, and one that stands in no list is a refusal.
 * - WeCom: 45009 and 45033 too many (20 a minute), -1 busy, 93000 an address that opens nothing (全局错误码,
 *   developer.work.weixin.qq.com/document/path/90313).
 * - DingTalk: 130101 and 410100 too many (20 a minute), -1 busy, 300001, 300005 and 400101 a token that is none, 400102,
 *   400106 and 400013 a robot or a group that is no more, 310000 a signature, a word or an address that it asks for.
 * - Feishu: 11232 and 11233 too many (100 a minute, 5 a second), 19001 an address that opens nothing, 19021 a signature,
 *   19022 and 19024 an address or a word that it asks for.
 */
const codes: Readonly<Record<RobotKind, ReadonlyMap<number, Outcome>>> = {
  wecom: new Map([
    [0, 'sent'],
    [-1, 'busy'],
    [45009, 'rate_limited'],
    [45033, 'rate_limited'],
    [93000, 'bad_key'],
  ]),
  dingtalk: new Map([
    [0, 'sent'],
    [-1, 'busy'],
    [130101, 'rate_limited'],
    [410100, 'rate_limited'],
    [300001, 'bad_key'],
    [300005, 'bad_key'],
    [400101, 'bad_key'],
    [400013, 'gone'],
    [400102, 'gone'],
    [400106, 'gone'],
    [310000, 'bad_signature'],
  ]),
  feishu: new Map([
    [0, 'sent'],
    [11232, 'rate_limited'],
    [11233, 'rate_limited'],
    [19001, 'bad_key'],
    [19021, 'bad_signature'],
    [19022, 'bad_signature'],
    [19024, 'bad_signature'],
  ]),
}

/** What a status says where the body need not be read; null where it is right. */
export function outcomeOfStatus(status: number): Outcome | null {
  if (status >= 200 && status < 300) return null
  if (status === 429) return 'rate_limited'
  if (status === 408 || status >= 500) return 'busy'
  if (status === 404 || status === 410) return 'gone'
  if (status === 401 || status === 403) return 'bad_key'
  // A redirection is not followed: whoever answers for the host leads elsewhere.
  return 'refused'
}

/** What a robot's answer says. One that is no answer of the vendor's is a refusal: something else stands in between. */
export function outcomeOfRobot(kind: RobotKind, status: number, body: string): Outcome {
  const byStatus = outcomeOfStatus(status)
  if (byStatus !== null) return byStatus
  const code = codeIn(body, kind === 'feishu' ? ['code', 'StatusCode'] : ['errcode'])
  return code === null ? 'refused' : (codes[kind].get(code) ?? 'refused')
}

function codeIn(body: string, names: readonly string[]): number | null {
  let answer: unknown
  try {
    answer = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof answer !== 'object' || answer === null) return null
  const found = names.map((name) => (answer as Record<string, unknown>)[name])
  return found.find((value): value is number => typeof value === 'number') ?? null
}
