/** A period that a law or a ministry names, as it holds from one day to another; `to` is the first day without it. */
export interface LawfulPeriod {
  readonly law: string
  readonly article: string
  readonly date: string
  readonly from: string
  readonly to: string | null
}

/** How long a mediation usually takes: nothing forbids a longer one, and it is shown, not enforced. */
const usualTimes: readonly (LawfulPeriod & { readonly months: number })[] = [
  {
    law: '人民调解工作若干规定（司法部令第75号）',
    article: '第三十三条',
    date: '2002-09-26',
    from: '2002-11-01',
    to: null,
    months: 1,
  },
]

/** Within how many days from when the agreement takes effect the parties may ask a court together to confirm it. */
export const confirmationTimes: readonly (LawfulPeriod & { readonly days: number })[] = [
  {
    law: '中华人民共和国人民调解法',
    article: '第三十三条',
    date: '2010-08-28',
    from: '2011-01-01',
    to: '2022-01-01',
    days: 30,
  },
  {
    law: '中华人民共和国民事诉讼法',
    article: '第二百零一条',
    date: '2021-12-24',
    from: '2022-01-01',
    to: '2024-01-01',
    days: 30,
  },
  {
    law: '中华人民共和国民事诉讼法',
    article: '第二百零五条',
    date: '2023-09-01',
    from: '2024-01-01',
    to: null,
    days: 30,
  },
]

/** The period of a list that holds on a day (YYYY-MM-DD); the first where the day is before all of them. */
function onDay<Period extends LawfulPeriod>(periods: readonly Period[], day: string): Period {
  return periods.find(({ from, to }) => from <= day && (to === null || day < to)) ?? periods[0]!
}

export const usualTimeOn = (day: string) => onDay(usualTimes, day)
export const confirmationTimeOn = (day: string) => onDay(confirmationTimes, day)

/** The day by which a mediation is usually through that was opened on this day. */
export const usuallyBy = (openedOn: string): string =>
  Temporal.PlainDate.from(openedOn)
    .add({ months: usualTimeOn(openedOn).months })
    .toString()

/** The last day on which a court can be asked to confirm what is in force from this day. */
export const confirmUntil = (inForceOn: string): string =>
  Temporal.PlainDate.from(inForceOn)
    .add({ days: confirmationTimeOn(inForceOn).days })
    .toString()

/** Where no obligation has a day to be kept by: when the committee first asks whether it is (第三十一条 names no time). */
const firstVisitDays = 30

/**
 * When the committee asks first: the day after the first obligation is due, or a month on. The law wants the keeping
 * watched (人民调解法 2010-08-28, 第三十一条) and leaves the day to the committee.
 */
export function firstVisitOn(inForceOn: string, dueDays: readonly string[]): string {
  const later = dueDays.filter((day) => day >= inForceOn).toSorted()[0]
  const from = Temporal.PlainDate.from(later ?? inForceOn)
  return from.add({ days: later === undefined ? firstVisitDays : 1 }).toString()
}
