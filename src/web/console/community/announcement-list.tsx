import type { DeskAnnouncement } from '../../../neighbours/contract.ts'
import { nowMs } from '../../clock.ts'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayDay, sayMoment } from '../../words/time.ts'
import { Ways } from '../ways.tsx'
import { CopyForGroup } from './copy-for-group.tsx'
import { PagedList } from './paged-list.tsx'
import { pageAddress, useSaid } from './use-said.ts'
import { WithdrawForm } from './withdraw-form.tsx'

/** What was announced, the newest first, also what is over or was taken down. */
export function AnnouncementList() {
  const said = useSaid()
  return (
    <PagedList<DeskAnnouncement> path="/api/community-desk/announcements" none={said.none.announcements}>
      {(row) => <AnnouncementItem row={row} />}
    </PagedList>
  )
}

function AnnouncementItem({ row }: { row: DeskAnnouncement }) {
  const { announcement: said, copy, withdraw } = useSaid()
  const { words, language } = usePreferences()
  const { id, title, body, state, community } = row
  const name = nameIn(language, community)
  return (
    <>
      <h2>{title}</h2>
      <p className="community__facts">
        {words.common.facts(
          said.states[state],
          row.pinned && said.pinned,
          name,
          said.by(sayMoment(words, row.publishedAt, nowMs())),
          row.shownUntil !== null && said.until(sayDay(words, row.shownUntil, nowMs())),
        )}
      </p>
      <p className="community__words">{body}</p>
      {state === 'shown' && (
        <Ways
          ways={[
            {
              key: 'copy',
              label: copy.open,
              spoken: copy.openFor(title),
              part: () => (
                <CopyForGroup text={copy.announcement(name, title, body, pageAddress(community.id))} />
              ),
            },
            {
              key: 'withdraw',
              label: withdraw.open,
              spoken: withdraw.openFor(title),
              part: () => <WithdrawForm path={`/api/announcements/${id}/withdraw`} />,
            },
          ]}
        />
      )}
    </>
  )
}
