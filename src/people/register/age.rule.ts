/** The day on which somebody born on `birthDay` becomes `years` old; who was born on 29 February, on 1 March. */
export function birthdayAfter(birthDay: string, years: number): string {
  const year = Number(birthDay.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const day = birthDay.slice(5)
  return `${String(year).padStart(4, '0')}-${day === '02-29' && !leap ? '03-01' : day}`
}

/** Whole years of age on a day. */
export function ageOn(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4))
  return birthdayAfter(birthDay, years) <= day ? years : years - 1
}

/** 个人信息保护法 (2021-11-01) Articles 28 and 31: what is known of a person under 14 is sensitive, a guardian consents. */
export const childUntilAge = 14

/** Whether somebody is a child in that sense; of whom no birthday is known is taken for an adult. */
export const isChild = (birthDay: string | null, day: string): boolean =>
  birthDay !== null && day < birthdayAfter(birthDay, childUntilAge)
