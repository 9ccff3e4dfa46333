import '../books.css'
import '../community/community.css'
import '../desk/desk.css'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { useNameOf } from '../../shared/names.ts'
import { AnnouncementList } from '../community/announcement-list.tsx'
import { PublishForm } from '../community/publish-form.tsx'
import { QuestionList } from '../community/question-list.tsx'
import { useSaid } from '../community/use-said.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

const parts = ['asked', 'answered', 'declined', 'announcements'] as const
type Part = (typeof parts)[number]

/** What a community's desk tells residents, and what it is asked. */
export default function CommunityPage() {
  const said = useSaid()
  const me = useSignedIn()
  useTitle(said.title)
  const named = new URLSearchParams(useLocation().searchStr).get('part')?.replace(/"/g, '')
  const part: Part = parts.find((one) => one === named) ?? 'asked'
  const nameOf = useNameOf()
  const own = me.posts.find(({ kind }) => kind === 'community_desk')?.area
  if (!mayDo(me, 'community.answer')) return <NotPermitted />
  return (
    <div className="book community">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {own && (
        <p>
          <a className="text-button" href={`/community/${own.id}`} target="_blank" rel="noreferrer">
            {said.openPage(nameOf(own))}
          </a>
        </p>
      )}
      <nav className="queue-tabs" aria-label={said.partsLabel}>
        <ul>
          {parts.map((one) => (
            <li key={one}>
              <Link to={`/community?part=${one}`} aria-current={one === part ? 'page' : undefined}>
                {said.parts[one]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {part === 'announcements' ? <Announcements /> : <QuestionList key={part} stage={part} />}
    </div>
  )
}

function Announcements() {
  const { publish } = useSaid()
  const { common } = useWords()
  const [publishing, setPublishing] = useState(false)
  return (
    <>
      <p className="community__open no-print">
        <Button look={publishing ? 'quiet' : 'main'} onClick={() => setPublishing(!publishing)}>
          {publishing ? common.actions.cancel : publish.open}
        </Button>
      </p>
      {publishing && <PublishForm onDone={() => setPublishing(false)} />}
      <AnnouncementList />
    </>
  )
}
