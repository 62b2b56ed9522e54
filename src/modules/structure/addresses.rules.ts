/** The addresses of structure's screens; `hrefOf` fills them. */
export const homePath = '/'
export const treePath = '/to-chuc'
export const unitPath = '/to-chuc/$unitId'
export const listPath = '/to-chuc/$unitId/danh-sach'
export const figuresPath = '/to-chuc/$unitId/so-lieu'
