import { useState } from 'react'
import type { PostKind } from '../../../people/contract.ts'
import type {
  ChangedPermissions,
  ChangePermissions,
  PermissionCell,
  PermissionChange,
} from '../../../people/permission/contract.ts'
import { isRefusal } from '../../api/problem.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'
import { changesOf, type Draft, keyOf } from './draft.ts'
import { useSayChange } from './use-say-reach.ts'

interface Props {
  readonly cells: readonly PermissionCell[]
  readonly draft: Draft
  onDraft(draft: Draft): void
}

/** What would change, in sentences, each to be taken out again; saved once it was looked over. */
export function ChangePanel({ cells, draft, onDraft }: Props) {
  const { consolePermissions } = useWords()
  const { change: said } = consolePermissions
  const sayChange = useSayChange()
  const [asked, setAsked] = useState(false)
  const changes = changesOf(draft, cells)
  const without = (change: PermissionChange) => {
    const next = new Map(draft)
    next.delete(keyOf(change))
    onDraft(next)
  }
  if (changes.length === 0) return null
  return (
    <section className="panel permissions__changes" aria-label={said.title}>
      <h2>{said.title}</h2>
      <ul>
        {changes.map((change) => (
          <li key={keyOf(change)}>
            <span>{sayChange(change)}</span>
            <button
              type="button"
              className="text-button"
              aria-label={said.undoOf(sayChange(change))}
              onClick={() => without(change)}
            >
              {said.undo}
            </button>
          </li>
        ))}
      </ul>
      <div className="people__acts">
        <Button onClick={() => setAsked(true)}>{said.review(changes.length)}</Button>
        <Button look="quiet" onClick={() => onDraft(new Map())}>
          {said.undoAll}
        </Button>
      </div>
      {asked && (
        <SaveDialog changes={changes} onSaved={() => onDraft(new Map())} onClose={() => setAsked(false)} />
      )}
    </section>
  )
}

function SaveDialog({
  changes,
  onSaved,
  onClose,
}: {
  changes: PermissionChange[]
  onSaved(): void
  onClose(): void
}) {
  const { change: said } = useWords().consolePermissions
  const sayChange = useSayChange()
  const say = useSay()
  const save = useAct<ChangedPermissions, Omit<ChangePermissions, 'requestId'>>('/api/permissions', {
    onDone: (_sent, { changed }) => {
      onClose()
      onSaved()
      say(said.done(changed))
    },
  })
  return (
    <ActDialog
      title={said.ask(changes.length)}
      onClose={onClose}
      label={said.save}
      act={save}
      onConfirm={() => save.mutate({ changes })}
    >
      <ul className="permissions__sentences">
        {changes.map((change) => (
          <li key={keyOf(change)}>{sayChange(change)}</li>
        ))}
      </ul>
      <p>{said.hint}</p>
      <AboutRefused error={save.error} />
    </ActDialog>
  )
}

/** Which post and permission a bound is about: it need not be one of those that were changed. */
function AboutRefused({ error }: { error: unknown }) {
  const { consolePermissions: said, console: own } = useWords()
  if (!isRefusal(error, 'permission_out_of_bounds')) return null
  const { post, act } = error.facts
  const kind = own.session.posts[post as PostKind] ?? ''
  return <p>{said.change.about(kind, said.actOf(String(act)))}</p>
}
