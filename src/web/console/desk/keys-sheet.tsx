import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useWords } from '../words.ts'

/** The keys of the desk, as a button and as the sheet that `?` opens. */
export function KeysSheet({ open, onOpen, onClose }: { open: boolean; onOpen(): void; onClose(): void }) {
  const { consoleDesk, common } = useWords()
  const { keys: said } = consoleDesk
  return (
    <>
      <button type="button" className="text-button" aria-keyshortcuts="?" onClick={onOpen}>
        {said.open}
      </button>
      {open && (
        <Dialog
          title={said.title}
          onClose={onClose}
          acts={<Button onClick={onClose}>{common.actions.close}</Button>}
        >
          <dl className="keys">
            {said.list.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </>
  )
}

/** Whether the sheet is open, and the two ways to change that. */
export function useKeysSheet() {
  const [open, setOpen] = useState(false)
  return { open, onOpen: () => setOpen(true), onClose: () => setOpen(false) }
}
