/** What a file says as JSON, or null where it is none. Map programs of Windows put a mark before the first character. */
export async function readJsonFile(file: Pick<File, 'text'>): Promise<{ readonly json: unknown } | null> {
  const text = (await file.text()).replace(/^\uFEFF/, '')
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}
