import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import type { AreaStep } from '../../../areas/contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import type { AnnouncementPage } from '../../../neighbours/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'

/** What the reader's community told lately; all of it, and what it was asked, stands on its own page. */
export function NewsCard({ community }: { community: AreaStep }) {
  const { words, language } = usePreferences()
  const { news } = words.portal
  const to = `/community/${community.id}`
  const reading = useRead<AnnouncementPage>(`/api/communities/${community.id}/announcements?limit=3`)
  return (
    <Card
      title={news.title}
      more={
        <Link className="more-link" to={to}>
          {news.all}
        </Link>
      }
    >
      <Shown reading={reading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyCard what={news.none} next={news.noneNext} />
          ) : (
            <ul className="rows">
              {rows.map((row) => {
                const when = sayMoment(words, row.publishedAt, nowMs())
                return (
                  <li key={row.id}>
                    <Link className="row" to={to}>
                      <span className="row__title" {...tongueOf(row.title)}>
                        {row.pinned ? words.common.labelled(news.pinned, row.title) : row.title}
                      </span>
                      <small>{row.unit === null ? when : news.by(nameIn(language, row.unit), when)}</small>
                    </Link>
                  </li>
                )
              })}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}
