import type { FieldRow } from '../../../cases/field-day.contract.ts'
import type { Me } from '../../../people/contract.ts'
import type { FieldRounds } from '../../../rounds/contract.ts'
import type { FieldVisits } from '../../../visits/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { usePreferences } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { routeWords } from '../../words/route.ts'
import { useWaiting } from '../rounds/use-waiting.ts'
import { caseStops, type DayStop, roundStops, visitStops } from './day-stop.ts'

/**
 * All stops of the day: cases, homes to come to, estates to walk. They are the very readings of their own pages, kept on the
 * phone; a list that cannot be read leaves the others as they are.
 */
export function useDayStops(me: Me, rows: readonly FieldRow[]): readonly DayStop[] {
  const { words, language } = usePreferences()
  const said = routeWords[language]
  const may = (...acts: readonly Me['acts'][number][]) => acts.every((act) => me.acts.includes(act))
  const visits = useRead<FieldVisits>(may('grid.see', 'register.see') ? '/api/field/visits' : null)
  const rounds = useRead<FieldRounds>(may('round.walk') ? '/api/field/rounds' : null)
  const waiting = useWaiting()
  const walked = waiting.flatMap(({ act, body }) => (act === 'round' ? [body.areaId] : []))
  return [
    ...caseStops(rows, ({ matter }) => (matter ? nameIn(language, matter) : words.field.today.noMatter)),
    ...(visits.data
      ? visitStops(visits.data, ({ place: { steps } }, homes) =>
          said.visit(
            placeIn(language, {
              names: steps
                .filter(({ kind }) => kind === 'estate' || kind === 'building')
                .map(({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn })),
            }),
            homes,
          ),
        )
      : []),
    ...(rounds.data
      ? roundStops(rounds.data, ({ place }) => said.round(nameIn(language, place)), walked)
      : []),
  ]
}
