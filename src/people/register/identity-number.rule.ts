/** 公民身份号码 (GB 11643-1999): area, birthday, a sequence that tells the sex, and a check digit. */
export interface IdentityNumber {
  /** 18 characters, the last a digit or X. */
  readonly number: string
  /** YYYY-MM-DD. */
  readonly birthDay: string
  readonly sex: 'female' | 'male'
}

/**
 * Why a text is no identity number: characters or length (`form`), the place it begins with (`area`), a day that is
 * none or still to come (`date`), the check digit (`check_digit`), or its end cut off by a spreadsheet (`lost_digits`).
 */
export type IdentityFault = 'form' | 'area' | 'date' | 'check_digit' | 'lost_digits'

/** GB/T 2260-2007 provinces, 81 to 83 residence permits of Hong Kong, Macao and Taiwan (2018), 9 permanent residents. */
const areas = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[0-8])/
/** No place has this code: numbers of invented people begin with it. */
const inventedArea = /^99/

/** GB 11643-1999 §4.4, after ISO 7064 MOD 11-2: of the first 17 digits. */
export function identityCheckDigit(digits: string): string {
  const sum = [...digits.slice(0, 17)].reduce(
    (all, digit, index) => all + Number(digit) * 2 ** (17 - index),
    0,
  )
  return '10X98765432'[sum % 11]!
}

/** Whether YYYY-MM-DD is a day of the calendar. */
function isDay(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return year >= 1850 && date >= 1 && date <= (days[month - 1] ?? 0)
}

export interface ReadIdentity {
  /** The local day, YYYY-MM-DD: nobody is born after it. */
  readonly today: string
  /** Whether the number of an invented person counts: in a demonstration district. */
  readonly invented?: boolean
}

/**
 * Reads a number as people and spreadsheets write it: spaces, a leading apostrophe, full-width digits, a small x, and
 * numbers of 15 digits from before 1999, which get their century and check digit. A spreadsheet that takes the number
 * for an amount keeps 15 digits: it ends in 000 or is written with an exponent.
 */
export function readIdentity(
  text: string,
  { today, invented = false }: ReadIdentity,
): IdentityNumber | IdentityFault {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’‘`\-—–]/g, '')
    .toUpperCase()
  if (/^\d(\.\d+)?E\+?\d+$/.test(plain) || /^\d{16,18}\.0*$/.test(plain)) return 'lost_digits'
  const old = /^\d{15}$/.test(plain)
  if (!old && !/^\d{17}[\dX]$/.test(plain)) return 'form'
  const digits = old ? `${plain.slice(0, 6)}19${plain.slice(6)}` : plain.slice(0, 17)
  const check = identityCheckDigit(digits)
  const wrong = !old && check !== plain[17]
  if (wrong && plain.endsWith('000')) return 'lost_digits'
  if (!areas.test(digits) && !(invented && inventedArea.test(digits))) return 'area'
  const birthDay = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`
  if (!isDay(birthDay) || birthDay > today) return 'date'
  if (wrong) return 'check_digit'
  return { number: digits + check, birthDay, sex: Number(digits[16]) % 2 === 1 ? 'male' : 'female' }
}

/** Which of the facts entered beside a number say otherwise than the number does. */
export function identityDiffers(
  { birthDay, sex }: IdentityNumber,
  entered: { readonly birthDay: string | null; readonly sex: 'female' | 'male' | null },
): 'birthDay' | 'sex' | null {
  if (entered.birthDay !== null && entered.birthDay !== birthDay) return 'birthDay'
  if (entered.sex !== null && entered.sex !== sex) return 'sex'
  return null
}

/**
 * What is kept in clear to recognise a number by: its last two characters. The last four would, beside a birthday and
 * the district's own code, tell nearly all of it.
 */
export const identityEnd = (number: string): string => number.slice(-2)
