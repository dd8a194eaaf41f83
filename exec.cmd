@rem The scripts of package.json begin with exec, so that no shell stands between npm and the command. Windows has none: this runs the rest.
@%*
