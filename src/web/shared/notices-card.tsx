import './rows.css'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Notice, NoticePage, ReadNotices, Unread } from '../../notices/contract.ts'
import { call } from '../api/call.ts'
import { useRead } from '../api/use-read.ts'
import { nowMs } from '../clock.ts'
import { Button } from '../kit/button.tsx'
import { Card } from '../kit/card.tsx'
import { FormError } from '../kit/form-error.tsx'
import { Shown } from '../kit/shown.tsx'
import { useWords } from '../preferences.tsx'
import { sayMoment } from '../words/time.ts'

/** What a signed-in reader was told, the latest first; `linkTo` says where a case is opened in this face. */
export function NoticesCard({ linkTo }: { linkTo(caseId: string): string }) {
  const { notices } = useWords()
  const queries = useQueryClient()
  const reading = useRead<NoticePage>('/api/notices?limit=10')
  const read = useMutation({
    mutationFn: (body: ReadNotices) => call<Unread>('POST', '/api/notices/read', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/api/notices?limit=10'] }),
  })
  const unread = reading.data?.unread ?? 0
  const newest = reading.data?.rows[0]
  return (
    <Card title={notices.title} {...(unread > 0 ? { aside: <small>{notices.unread(unread)}</small> } : {})}>
      <Shown reading={reading}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p>{notices.none}</p>
          ) : (
            <ul className="rows">
              {rows.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} linkTo={linkTo} />
              ))}
            </ul>
          )
        }
      </Shown>
      <FormError error={read.error} />
      {unread > 0 && newest && (
        <Button look="quiet" wide busy={read.isPending} onClick={() => read.mutate({ upTo: newest.id })}>
          {notices.markRead}
        </Button>
      )}
    </Card>
  )
}

function NoticeRow({ notice, linkTo }: { notice: Notice; linkTo(caseId: string): string }) {
  const words = useWords()
  const { notices, follow } = words
  const content = (
    <>
      <span className={notice.readAt === null ? 'row__title' : undefined}>{notices.kinds[notice.kind]}</span>
      <small>
        {notice.readAt === null && `${notices.isNew} · `}
        {sayMoment(words, notice.createdAt, nowMs())}
        {notice.caseNumber !== null && ` · ${follow.about(notice.caseNumber)}`}
      </small>
    </>
  )
  return (
    <li>
      {notice.caseId === null ? (
        <div className="row">{content}</div>
      ) : (
        <Link className="row" to={linkTo(notice.caseId)}>
          {content}
        </Link>
      )}
    </li>
  )
}
