@echo off
chcp 65001 >nul
title tonbaep
if not exist "%~dp0program\python\python.exe" goto packed
"%~dp0program\python\python.exe" "%~dp0program\start.py" %*
if errorlevel 1 pause
exit /b
:packed
echo.
echo   ยังไม่ได้แตกไฟล์ ZIP
echo   คลิกขวาที่ไฟล์ tonbaep-windows.zip เลือก "แยกทั้งหมด" (Extract All) แล้วดับเบิลคลิกไฟล์นี้ในโฟลเดอร์ที่ได้
echo.
echo   The ZIP file is not unpacked yet. Right-click it, choose "Extract All", then open this file in the new folder.
echo.
pause
exit /b 1
