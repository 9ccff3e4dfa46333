/** A name with all but its first character hidden, as in 张**. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.min(rest.length, 2))
}

/** A telephone number with its middle hidden, as in 138****0417. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/[^\d+]/g, '')
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}
