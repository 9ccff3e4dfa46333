import { tongueOf } from '../../../kernel/tongue.ts'
import type { PublicAnswerPage } from '../../../neighbours/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayMoment } from '../../words/time.ts'
import { useCommunityWords } from './use-community-words.ts'

/** What residents asked, in the words that staff confirmed, and what was answered. */
export function AnswersCard({ areaId }: { areaId: string }) {
  const { answers: said, announcements } = useCommunityWords()
  const { words, language } = usePreferences()
  const reading = useReadPages<PublicAnswerPage>(`/api/communities/${areaId}/answers?limit=5`)
  return (
    <Card title={said.title}>
      <RowPages reading={reading} none={<EmptyCard what={said.none} next={said.noneNext} />} more={said.more}>
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => {
              const when = sayMoment(words, row.answeredAt, nowMs())
              return (
                <li key={row.id} className="news">
                  <h3 className="news__title" {...tongueOf(row.question)}>
                    {words.common.labelled(said.question, row.question)}
                  </h3>
                  <p className="answer" {...tongueOf(row.answer)}>
                    {words.common.labelled(said.answer, row.answer)}
                  </p>
                  <small>
                    {row.unit === null ? when : announcements.by(nameIn(language, row.unit), when)}
                  </small>
                </li>
              )
            })}
          </ul>
        )}
      </RowPages>
    </Card>
  )
}
