"""What the packer packs now, confirmed by scans."""
