import type { AnnouncementPage } from '../../../neighbours/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayDay, sayMoment } from '../../words/time.ts'
import { useCommunityWords } from './use-community-words.ts'

type Row = AnnouncementPage['rows'][number]

/** What a community tells its residents: pinned ones first, each whole. */
export function AnnouncementsCard({ areaId }: { areaId: string }) {
  const { announcements: said } = useCommunityWords()
  const { words } = usePreferences()
  const reading = useReadPages<AnnouncementPage>(`/api/communities/${areaId}/announcements?limit=5`)
  return (
    <Card title={said.title}>
      <Shown reading={reading}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          if (rows.length === 0)
            return (
              <>
                <p>{said.none}</p>
                <small>{said.noneNext}</small>
              </>
            )
          return (
            <ul className="rows">
              {rows.map((row) => (
                <AnnouncementRow key={row.id} row={row} />
              ))}
            </ul>
          )
        }}
      </Shown>
      {reading.hasNextPage && (
        <Button look="quiet" wide busy={reading.isFetchingNextPage} onClick={() => reading.fetchNextPage()}>
          {reading.isFetchingNextPage ? words.common.states.loading : said.more}
        </Button>
      )}
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
        {row.title}
      </h3>
      <p className="said">{row.body}</p>
      <small>
        {row.unit === null ? when : said.by(nameIn(language, row.unit), when)}
        {row.shownUntil !== null && (
          <>
            {' · '}
            <span className="unbroken">{said.until(sayDay(words, row.shownUntil, nowMs()))}</span>
          </>
        )}
      </small>
    </li>
  )
}
