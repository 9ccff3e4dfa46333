import './case-photos.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { FollowedCase } from '../../cases/story.contract.ts'
import { fetchFile } from '../api/call.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useWords } from '../preferences.tsx'
import { photoAddress } from './upload-photo.ts'

type Photo = FollowedCase['photos'][number]

/** A photograph's address for an `img`, read with the headers that say who asks; null until it is there. */
function usePicture(fileId: string, size: 'small' | 'full', receipt: string | undefined) {
  const path = photoAddress(fileId, size)
  const { data, isError } = useQuery({
    queryKey: [path, receipt ?? '', 'file'],
    queryFn: ({ signal }) => fetchFile(path, { receipt, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useMemo(() => (data === undefined ? null : URL.createObjectURL(data)), [data])
  useEffect(() => {
    if (url === null) return
    // Later: a picture that is still being drawn when its page is left would be missed, and the browser complain of it.
    return () => void setTimeout(() => URL.revokeObjectURL(url), 2000)
  }, [url])
  return { url, isError }
}

/** The photographs of a case that this reader may see, small; a tap shows one large. */
export function CasePhotos({ photos, receipt }: { photos: readonly Photo[]; receipt?: string | undefined }) {
  const { follow, common } = useWords()
  const [large, setLarge] = useState<Photo | null>(null)
  if (photos.length === 0) return null
  const say = (photo: Photo) => follow.photo(follow.photoBy[photo.purpose], photos.indexOf(photo) + 1)
  return (
    <>
      <ul className="pictures">
        {photos.map((photo) => (
          <li key={photo.fileId}>
            <button
              type="button"
              aria-label={common.labelled(follow.photoOpen, say(photo))}
              onClick={() => setLarge(photo)}
            >
              <Picture photo={photo} size="small" alt="" receipt={receipt} />
            </button>
          </li>
        ))}
      </ul>
      {large && (
        <Dialog
          title={say(large)}
          onClose={() => setLarge(null)}
          acts={
            <Button look="quiet" onClick={() => setLarge(null)}>
              {common.actions.close}
            </Button>
          }
        >
          <Picture photo={large} size="full" alt={say(large)} receipt={receipt} />
        </Dialog>
      )}
    </>
  )
}

function Picture({
  photo,
  size,
  alt,
  receipt,
}: {
  photo: Photo
  size: 'small' | 'full'
  alt: string
  receipt: string | undefined
}) {
  const { follow, common } = useWords()
  const { url, isError } = usePicture(photo.fileId, size, receipt)
  if (isError) return <span>{follow.photoFailed}</span>
  if (url === null) return <span>{size === 'full' ? common.states.loading : ''}</span>
  return <img src={url} alt={alt} {...(size === 'full' ? { className: 'picture-large' } : {})} />
}
