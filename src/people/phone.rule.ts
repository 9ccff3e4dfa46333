/**
 * A telephone as it is kept: digits with the country's prefix. Eleven digits that begin with 1 are a mainland mobile
 * number (工信部《电信网编号计划》). Null where too few or too many digits are left.
 */
export function normalPhone(typed: string): string | null {
  const bare = typed.replaceAll(/[\s-]/g, '').replace(/^00/, '+')
  const full = /^1\d{10}$/.test(bare) ? `+86${bare}` : bare
  return /^\+?\d{6,15}$/.test(full) ? full : null
}

/** A telephone that does not tell whose it is: `138****5678`. */
export function maskPhone(phone: string): string {
  const local = phone.replace(/^\+86(?=1\d{10}$)/, '')
  return `${local.slice(0, 3)}****${local.slice(-4)}`
}
