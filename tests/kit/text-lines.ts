const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };

/** What HTML says, a line for each of its blocks and line breaks, without the empty ones and without what its scripts are given. */
export function textLines(html: string): string[] {
  return html
    .replaceAll(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
    .replaceAll(/<br\s*\/?>|<\/(?:p|li|h\d|div|dt|dd|td|th|option|summary|label|legend|button)>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => entities[entity] ?? entity)
    .split('\n')
    .filter((line) => line.trim() !== '');
}
