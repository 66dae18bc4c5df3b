/** Lets the browser save bytes under a name; where, the user decides. */
export function offerFile(bytes: Uint8Array<ArrayBuffer>, name: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has read it by then, and until then it lies in memory only.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
