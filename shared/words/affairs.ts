/** Who approved open affairs, as it stands on the record and on what is posted (审议). */
export const councilWords = (member: string) => `议事监督机构：${member}`;
export const meetingWords = "居民代表会议";
