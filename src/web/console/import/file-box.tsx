import './file-box.css'
import { type DragEvent, useId, useState } from 'react'
import { buttonClass } from '../../kit/button.tsx'
import { useWords } from '../words.ts'

/** A file to choose or to drop, in the page's own words: the browser's own box speaks the machine's language. */
export function FileBox({
  accept,
  hint,
  error,
  file,
  onFile,
}: {
  accept: string
  hint: string
  error?: string | undefined
  file: File | null
  onFile(file: File): void
}) {
  const { box: said } = useWords().consoleImports
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped !== undefined) onFile(dropped)
  }
  return (
    <div className="field">
      <p className="field__label" id={`${id}-label`}>
        {said.label}
      </p>
      <p className="field__hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error !== undefined && (
        <p className="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button below is the first */}
      <div
        className={over ? 'file-box file-box--over' : 'file-box'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{file === null ? said.drop : said.chosen(file.name, Math.ceil(file.size / 1024))}</p>
        <label className={`${buttonClass({ look: 'quiet' })} file-box__choose`}>
          {file === null ? said.choose : said.another}
          <input
            className="unseen"
            type="file"
            accept={accept}
            aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
            onChange={(event) => {
              const chosen = event.target.files?.[0]
              if (chosen !== undefined) onFile(chosen)
              // The same file, mended, may be chosen again.
              event.target.value = ''
            }}
          />
        </label>
      </div>
    </div>
  )
}
