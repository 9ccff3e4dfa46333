/** Minutes for which a one-time code is good. */
export const codeMinutes = 5

/** Brings a one-time code to a telephone (E.164). Throws GatewayProblem where it cannot. */
export interface CodeGateway {
  readonly send: (phone: string, code: string) => Promise<void>
}

/** Why a gateway did not take a code, in our own words: never what it said, to whom, or which code. */
export class GatewayProblem extends Error {}
