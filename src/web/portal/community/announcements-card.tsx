import { tongueOf } from '../../../kernel/tongue.ts'
import type { AnnouncementPage } from '../../../neighbours/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Card } from '../../kit/card.tsx'
import { Facts } from '../../kit/facts.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayDay, sayMoment } from '../../words/time.ts'
import { useCommunityWords } from './use-community-words.ts'

type Row = AnnouncementPage['rows'][number]

/** What a community tells its residents: pinned ones first, each whole. */
export function AnnouncementsCard({ areaId }: { areaId: string }) {
  const { announcements: said } = useCommunityWords()
  const reading = useReadPages<AnnouncementPage>(`/api/communities/${areaId}/announcements?limit=5`)
  return (
    <Card title={said.title}>
      <RowPages reading={reading} none={<EmptyCard what={said.none} next={said.noneNext} />} more={said.more}>
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <AnnouncementRow key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RowPages>
    </Card>
  )
}

function AnnouncementRow({ row }: { row: Row }) {
  const { announcements: said } = useCommunityWords()
  const { words, language } = usePreferences()
  const when = sayMoment(words, row.publishedAt, nowMs())
  return (
    <li className="news">
      <h3 className="news__title">
        {row.pinned && <span className="news__pin">{said.pinned}</span>}
        <span {...tongueOf(row.title)}>{row.title}</span>
      </h3>
      <p className="said" {...tongueOf(row.body)}>
        {row.body}
      </p>
      <small>
        <Facts>
          {row.unit === null ? when : said.by(nameIn(language, row.unit), when)}
          {row.shownUntil !== null && (
            <span className="unbroken">{said.until(sayDay(words, row.shownUntil, nowMs()))}</span>
          )}
        </Facts>
      </small>
    </li>
  )
}
